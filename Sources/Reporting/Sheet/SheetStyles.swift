/// The styles of the pieces of a sheet, for a page that brings its own type, headings and colours (`--kompas-*`).
public enum SheetStyles {
    /// Rules of which all texts stand in the source code; served as a file, for a page of a site has no styles inside.
    public static let text = StyleSheet(joining: [.pieces, .findings, .drawings, .site, .narrowPieces, .print]).text
}

extension StyleSheet {
    /// What only pieces on a site have.
    static let site = StyleSheet(
        """
        .symbols{position:absolute;width:0;height:0}
        .spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .ways{display:flex;flex-wrap:wrap;gap:0 24px;margin:0;font-size:14px}
        .ways a{padding:4px 0}
        .folds .ways{display:contents}
        .folds details,.asks{margin:0}
        .elsewhere{margin-top:12px}
        .ref{display:inline-block;min-width:24px;min-height:24px;text-align:center}
        .band-name{max-width:none;margin:24px 0 0;font-size:14px;color:var(--kompas-unknown);border-bottom:1px solid var(--kompas-line);padding-bottom:4px}
        .leading{list-style:none;padding:0}
        .leading>li{display:grid;grid-template-columns:18px minmax(0,1fr);gap:12px;padding:12px 0;margin:0;border-bottom:1px solid var(--kompas-line);max-width:none}
        .leading>li:first-child{border-top:1px solid var(--kompas-line)}
        .leading .mark{margin-top:4px}
        .leading p{margin:0}
        .leading .label{font-weight:700}
        .cause{margin:0;border-bottom:1px solid var(--kompas-line)}
        .cause>summary{display:flex;gap:10px;align-items:baseline;padding:12px 0;text-decoration:none;list-style:none;font-weight:600}
        .cause>summary::-webkit-details-marker{display:none}
        .cause>summary .mark{align-self:center}
        .cause>summary span:not(.count){flex:1 1 auto}
        .cause>summary span:not(.count){text-decoration:underline;text-underline-offset:2px}
        .cause>summary .count{flex:none;font-weight:400;font-size:14px;color:var(--kompas-unknown)}
        .cause>summary::before{content:"+";flex:none;width:18px;font-weight:700;text-align:center}
        .cause[open]>summary::before{content:"\\2212"}
        .cause .brief:last-child{border-bottom:0}
        .finding .number,.brief .number{text-align:left}
        .brief h3,.brief h4{margin:0;font-size:17px}
        .brief .ways{grid-area:2/2}
        .argued{stroke:var(--kompas-line);stroke-width:1}
        .argued.contributes{fill:url(#hatch-contributes)}.argued.strains{fill:url(#hatch-strains)}
        .hatch-contributes{stroke:var(--kompas-open);stroke-width:3;fill:none}
        .hatch-strains{stroke:var(--kompas-block);stroke-width:2;fill:none}
        @media (max-width:600px){
        .cause>summary{flex-wrap:wrap;gap:0 10px}
        .cause>summary span:not(.count){flex-basis:calc(100% - 64px)}
        .cause>summary .count{flex-basis:100%;padding-left:28px}
        }
        """)
}
