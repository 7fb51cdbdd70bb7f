extension StyleSheet {
    /// The compass and the map.
    static let drawings = StyleSheet(
        """
        .fill-block{fill:var(--kompas-block)}.fill-restrain{fill:var(--kompas-restrain)}.fill-provide{fill:var(--kompas-provide)}.fill-open{fill:var(--kompas-open)}.fill-order{fill:var(--kompas-order)}.fill-paper{fill:var(--kompas-paper)}
        .ring{fill:var(--kompas-paper);stroke:var(--kompas-unknown);stroke-width:2.6;stroke-dasharray:4 3}
        .hatch{stroke:var(--kompas-line);stroke-width:2;fill:none}
        svg text{font-family:inherit;fill:var(--kompas-ink)}
        .sheet{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:40px;align-items:start;margin-top:24px}
        .rose-figure{margin:0;position:sticky;top:16px}
        .rose{display:block;width:100%;height:auto}
        .point{stroke:var(--kompas-line);stroke-width:1}
        .point.full{fill:var(--kompas-sand)}.point.empty{fill:var(--kompas-paper)}.point.hatched{fill:url(#hatch)}
        .rose a:focus-visible{outline:none}
        .rose a:focus-visible .point{stroke:var(--kompas-ink);stroke-width:4}
        .rose a:hover .point{stroke:var(--kompas-ink);stroke-width:2}
        .rose .nr{font-size:15px;font-weight:700;text-anchor:middle}
        .rose .more{font-size:15px;text-anchor:middle}
        .rose .middle{fill:var(--kompas-paper);stroke:var(--kompas-line);stroke-width:1}
        .rose .outer{fill:var(--kompas-ink)}
        .rose .way{fill:none}
        .rose .name{font-size:14px;text-anchor:middle}
        .rose .group{font-size:16px;font-weight:700;text-anchor:middle;fill:var(--kompas-paper)}
        .rose .centre circle{fill:var(--kompas-paper);stroke:var(--kompas-line)}
        .rose .centre text{font-size:15px;text-anchor:middle}
        figcaption{margin-top:8px;color:var(--kompas-unknown);max-width:664px}
        .cells .nr{width:40px;padding-right:8px;font-variant-numeric:tabular-nums}
        .cells tbody th{width:58%}
        .cells .principle th{font-weight:700;padding-top:20px;border-bottom-color:var(--kompas-ink);width:auto}
        .cells tbody:nth-of-type(1) .principle th{padding-top:12px}
        .cells .principle .about{font-weight:400}
        .statement{display:block;font-size:14px;margin-top:4px}
        .state{font-weight:700}
        .asks{font-size:14px}
        .asks ul{padding-left:16px;margin:4px 0 0}
        .map{margin:0}
        .map-drawing{display:block;width:100%;height:auto}
        .ground{fill:var(--kompas-paper)}
        .frame{fill:none;stroke:var(--kompas-line)}
        .shape{fill-opacity:.15;stroke-width:1.8;stroke-linejoin:round}
        .shape.open{fill:none}
        .shape.vague{stroke-width:1;fill-opacity:.08}
        path.band{fill:none;opacity:.16;stroke-linejoin:round;stroke-linecap:round}
        .layer-1{stroke:var(--kompas-open);fill:var(--kompas-open)}
        .layer-2{stroke:var(--kompas-provide);fill:var(--kompas-provide);stroke-dasharray:7 3}
        .layer-3{stroke:var(--kompas-restrain);fill:var(--kompas-restrain);stroke-dasharray:2 3}
        .layer-4{stroke:var(--kompas-order);fill:var(--kompas-order);stroke-dasharray:10 3 2 3}
        .layer-5{stroke:var(--kompas-block);fill:var(--kompas-block);stroke-dasharray:14 4}
        .layer-6{stroke:var(--kompas-unknown);fill:var(--kompas-unknown);stroke-dasharray:4 4}
        .layer-7{stroke:var(--kompas-ink);fill:var(--kompas-ink);stroke-dasharray:1 4}
        path.band{stroke-dasharray:none}
        .plan{fill:var(--kompas-ink);fill-opacity:.25;stroke:var(--kompas-ink);stroke-width:3;stroke-linejoin:round;stroke-linecap:round}
        .plan.open{fill:none;stroke-width:7}
        .scale path{fill:none;stroke:var(--kompas-ink);stroke-width:2}
        .scale text,.north text{font-size:14px;text-anchor:middle}
        .plate{fill:var(--kompas-paper);fill-opacity:.85}
        .north path{fill:var(--kompas-ink)}
        .legend{margin-top:16px;font-size:14px}
        .legend caption{font-size:14px}
        .legend td:first-child{width:64px}
        .legend td:nth-child(3){width:22%}
        .legend th:last-child,.legend td:last-child{width:20%;text-align:right;padding-right:0}
        .swatch{width:34px;height:20px;display:block}
        .all{white-space:nowrap}
        """)

    /// Narrow screens: one column, the table before the compass, and the compass without names.
    static let narrow = StyleSheet(joining: [middling, StyleSheet(upTo: 600, [smallPage, smallPieces])])

    /// The same for pieces on a page that has styles of its own.
    static let narrowPieces = StyleSheet(joining: [middling, StyleSheet(upTo: 600, [smallPieces])])

    private static let middling = StyleSheet(
        """
        @media (max-width:960px){
        .columns,.sheet{grid-template-columns:minmax(0,1fr)}
        .finding,.brief{grid-template-columns:40px minmax(0,1fr)}
        .finding .meta,.brief .meta{grid-area:auto/2;margin:4px 0}
        .folds{grid-row:auto}
        .rose-figure{position:static;max-width:640px}
        }
        """)

    private static let smallPage = StyleSheet(
        """
        .inner,main{padding:0 16px}
        .banner{padding:24px 0}
        .brand{margin-bottom:16px}
        h1{font-size:27px}
        h2{font-size:21px}
        h3{font-size:19px}
        .lead,.short{font-size:17px}
        """)

    private static let smallPieces = StyleSheet(
        """
        #niet-geraadpleegd{margin-left:-16px;margin-right:-16px;border-radius:0;padding:24px 16px 8px}
        .finding,.brief{display:block}
        .number{line-height:1.5}
        .finding h4,.finding h5{font-size:17px}
        .waiting .number{padding-left:0}
        .pairs>div{grid-template-columns:minmax(0,1fr);gap:0}
        th,td{padding-right:8px}
        .rose .name,.rose .group{display:none}
        .rose .nr{font-size:20px}
        .rose .more{font-size:17px}
        .layers,.order,.triggers{font-size:14px}
        .layers thead,.order thead,.triggers thead{position:absolute;left:-9999px}
        .layers tr,.order tr,.triggers tr{display:block;border-bottom:1px solid var(--kompas-line);padding:8px 0}
        .layers tbody th,.order th,.triggers th,.layers td,.order td,.triggers td,.triggers td:nth-child(2){display:block;width:auto;border:0;padding:2px 0}
        .layers tbody th,.order tbody th,.triggers tbody th{font-weight:700}
        .layers caption,.order caption,.triggers caption{display:block}
        """)

    /// Paper: A4, chapters whole where that can be, passages open, traces left out.
    static let print = StyleSheet(
        """
        @page{size:A4;margin:16mm 15mm 18mm}
        @media print{
        body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .skip,.contents{display:none}
        .inner,main{max-width:none;padding:0}
        .banner{padding:0 0 10pt;background:none}
        .brand{font-size:9.5pt;margin-bottom:14pt}
        .day{font-size:9.5pt}
        h1{font-size:22pt}h2{font-size:15pt;margin-bottom:8pt}h3{font-size:12pt}h4,h5,h6,.watch h3,.group{font-size:10pt}
        .finding h4,.finding h5,.waiting h5,.order caption,.ladder h3{font-size:10.5pt}
        .lead,.short{font-size:10.5pt}
        .chapter,.summary{padding-top:12pt}
        .chapter:not(#niet-geraadpleegd){margin-top:12pt}
        #niet-geraadpleegd{padding:10pt 12pt 2pt;margin-top:10pt}
        p,ul,ol,dl,table,figure,blockquote{margin-bottom:8pt}
        li{margin-bottom:2pt}
        p,li,dd,figcaption{max-width:none;orphans:3;widows:3}
        .documents{columns:2;column-gap:20pt}
        .documents li{margin-bottom:6pt}
        .watch{padding:8pt 12pt 2pt;margin-top:10pt}
        table,.note,.about,.who,figcaption,.source,.eyebrow,.signs ul,.open,.missing,.conditions,ul.conditions,.warning,.brief p,.statement,.asks,.legend,.legend caption,.state,thead th{font-size:8.5pt}
        caption{font-size:10pt}
        th,td{padding:3pt 8pt 3pt 0}
        .pairs>div{grid-template-columns:80pt minmax(0,1fr);padding:3pt 0}
        h2,h3,h4,h5,h6,caption,thead,.principle,.band>.note{break-after:avoid}
        .finding,.brief,tr,.map-drawing,.rose-figure,.pairs>div,.documents li,.ladder,blockquote{break-inside:avoid}
        thead{display:table-header-group}
        .finding,.brief,.waiting .brief{padding:7pt 0 3pt;grid-template-columns:24pt minmax(0,1fr) 50mm;column-gap:10pt}
        .waiting{margin-top:8pt}
        .waiting .number{padding:0}
        .number{font-size:8.5pt;line-height:14pt}
        .body>p,.body>ul{margin-bottom:3pt}
        .finding .meta,.brief .meta{grid-area:1/3/span 2;margin:0;font-size:8pt}
        .meta>div{margin-bottom:1pt;gap:4pt}
        .meta dt{flex-basis:34pt}
        .folds{grid-area:2/2;display:block}
        .band{margin-bottom:12pt}
        .mark{width:11pt;height:11pt}
        .columns{display:block}
        .sheet{display:flex;flex-direction:column;gap:0;margin-top:0}
        .rose-figure{order:-1}
        .asks ul{display:none}
        .map-drawing{width:120mm}
        .rose-figure{position:static;width:115mm;margin:0 auto 10pt}
        .trace{display:none}
        .paper{display:block}
        details::details-content{content-visibility:visible;block-size:auto;height:auto}
        .passage blockquote{font-size:9pt;padding:4pt 8pt;margin:2pt 0 4pt}
        .passage summary{display:none}
        .asks summary,.more summary{text-decoration:none;list-style:none}
        a{text-decoration:none}
        }
        """)
}
