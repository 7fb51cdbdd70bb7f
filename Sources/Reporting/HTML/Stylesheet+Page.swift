extension StyleSheet {
    /// Type, space and the frame of a page that stands alone.
    static let page = StyleSheet(
        """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-padding-top:8px}
        body{margin:0;background:var(--kompas-paper);color:var(--kompas-ink);font:17px/1.5 "Open Sans","Noto Sans",system-ui,sans-serif;overflow-wrap:break-word;hyphens:manual}
        p,ul,ol,dl,table,figure,blockquote{margin:0 0 16px}
        p,li,dd{max-width:664px}
        ul,ol{padding-left:24px}
        li{margin-bottom:4px}
        h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0 0 8px;text-wrap:balance}
        h1{font-size:36px;font-weight:700;max-width:24em}
        h2{font-size:27px;margin-bottom:16px}
        h3{font-size:21px}
        h4,h5,h6{font-size:17px}
        a{color:inherit;text-underline-offset:2px}
        a:focus-visible,summary:focus-visible{outline:3px solid var(--kompas-ink);outline-offset:3px;border-radius:2px}
        code{font-size:14px;overflow-wrap:anywhere}
        .symbols{position:absolute}
        .skip{position:absolute;left:-9999px;top:8px;background:var(--kompas-paper);padding:8px 16px}
        .skip:focus{left:8px}
        .banner{background:var(--kompas-sand);border-bottom:1px solid var(--kompas-line);padding:40px 0 32px}
        .inner,main{max-width:1152px;margin:0 auto;padding:0 32px}
        .brand{font-weight:700;margin:0 0 24px;font-size:17px}
        .lead{font-size:21px;line-height:1.4;margin:8px 0 8px}
        .day{margin:0;color:var(--kompas-unknown)}
        .chapter,.summary{padding:40px 0 0}
        .chapter:not(#niet-geraadpleegd){border-top:1px solid var(--kompas-line);margin-top:40px}
        .short{font-size:19px}
        .watch{background:var(--kompas-sand);padding:16px 24px 8px;border-radius:4px;margin-top:24px}
        .watch h3{font-size:17px}
        .contents{margin-top:32px;border-top:1px solid var(--kompas-line);border-bottom:1px solid var(--kompas-line);padding:16px 0 8px}
        .contents ol{list-style:none;padding:0;margin:0;columns:4 208px;column-gap:32px}
        .contents li{break-inside:avoid;padding:2px 0}
        """)

    /// Small print, panels, lists and tables: what pieces of a report need on any page.
    static let pieces = StyleSheet(
        """
        .eyebrow{display:block;font-size:14px;font-weight:400;color:var(--kompas-unknown);margin:0 0 4px}
        .note,.about,.meta,.who,figcaption{font-size:14px}
        .note{color:var(--kompas-unknown)}
        .about{display:block}
        .source{color:var(--kompas-unknown);font-size:14px}
        .ref{white-space:nowrap;font-variant-numeric:tabular-nums}
        #niet-geraadpleegd{background:var(--kompas-sand);border-radius:4px;padding:24px 24px 8px;margin-top:32px}
        .documents{list-style:none;padding:0;columns:2 320px;column-gap:40px}
        .documents li{break-inside:avoid;margin-bottom:12px}
        .plain{list-style:none;padding:0;margin:0}
        .pairs{margin-bottom:24px}
        .pairs>div{display:grid;grid-template-columns:128px 1fr;gap:16px;padding:6px 0;border-bottom:1px solid var(--kompas-line)}
        dt{font-weight:700}
        dd{margin:0;min-width:0}
        .columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.1fr);gap:40px;align-items:start}
        table{border-collapse:collapse;width:100%;font-size:15px}
        caption{text-align:left;font-weight:700;font-size:17px;padding:0 0 8px}
        th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--kompas-line)}
        thead th{font-size:14px;font-weight:400;color:var(--kompas-unknown);border-bottom-color:var(--kompas-ink)}
        tbody th{font-weight:400}
        .layers,.order,.ladder{margin-bottom:32px}
        .order tbody th{width:24%}
        .triggers tbody th,.goals tbody th{width:36%}
        .triggers td:nth-child(2){width:18%}
        .layers tbody th{width:40%}
        summary{cursor:pointer;text-decoration:underline;text-underline-offset:2px}
        .more{margin-bottom:16px}
        .more>summary{margin-bottom:8px}
        .paper{display:none}
        """)

    /// Cards of findings.
    static let findings = StyleSheet(
        """
        .signs{margin-bottom:32px}
        .signs ul{list-style:none;padding:0;margin:0;columns:3 272px;column-gap:32px;font-size:14px}
        .signs li{display:flex;gap:8px;align-items:center;break-inside:avoid}
        .mark{width:18px;height:18px;flex:none}
        .band{margin-bottom:40px}
        .band>h3{border-bottom:2px solid var(--kompas-ink);padding-bottom:8px;margin-bottom:0}
        .group{margin:32px 0 8px;font-size:17px}
        .finding,.brief{display:grid;grid-template-columns:48px minmax(0,1fr) 304px;column-gap:0;padding:20px 0 12px;border-bottom:1px solid var(--kompas-line)}
        .finding:target,.brief:target,tr:target{background:var(--kompas-sand)}
        .number{margin:0;font-size:14px;line-height:24px;color:var(--kompas-unknown);font-variant-numeric:tabular-nums}
        .body>p,.body>ul{margin-bottom:8px}
        .body>:last-child{margin-bottom:4px}
        .finding h4,.finding h5,.waiting h5{text-wrap:pretty;display:grid;grid-template-columns:18px minmax(0,1fr);gap:10px;align-items:start;font-size:19px}
        .finding .mark,.waiting .mark{margin-top:3px}
        .title{font-weight:600}
        .open{font-size:15px}
        .missing,ul.conditions{font-size:15px}
        .conditions{font-size:15px}
        p.conditions{margin-bottom:4px}
        .warning{border-left:3px solid var(--kompas-ink);padding-left:12px;font-size:15px}
        .finding .meta,.brief .meta{grid-area:1/3/span 2;margin:2px 0 0 40px;font-size:14px}
        .meta>div{display:flex;gap:8px;margin-bottom:4px}
        .meta dt{font-weight:400;color:var(--kompas-unknown);flex:0 0 56px}
        .folds{grid-area:2/2;display:flex;flex-wrap:wrap;gap:0 24px;font-size:14px}
        .folds details[open]{flex-basis:100%}
        .folds summary{padding:4px 0}
        .trace table{font-size:14px;margin:4px 0 12px;background:var(--kompas-sand)}
        .trace caption{font-size:14px;font-weight:400;color:var(--kompas-unknown);padding:8px 12px;background:var(--kompas-sand)}
        .trace th,.trace td{padding:6px 12px}
        .trace tbody th{width:18%}
        .trace td:last-child{width:30%}
        .passage blockquote{margin:4px 0 8px;padding:12px 16px;background:var(--kompas-sand);font-size:16px}
        .passage blockquote p{margin:0}
        .waiting{margin:24px 0 0}
        .waiting h5{margin-bottom:0;font-size:17px}
        .waiting .brief{padding:12px 0 8px}
        .waiting .number{padding-left:28px}
        .waiting .brief{grid-template-columns:72px minmax(0,1fr) 304px}
        .brief h6{margin:0}
        .brief p{font-size:15px}
        .ladder h3,.order caption{font-size:17px}
        .ladder .mark,.order .mark{width:14px;height:14px;margin-right:8px;vertical-align:-1px}
        """)
}
