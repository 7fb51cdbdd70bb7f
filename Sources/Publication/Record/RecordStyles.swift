internal import Reporting

/// The rules of style of the pieces of a record; a page brings its own type and colours (`--kompas-*`).
public enum RecordStyles {
    /// For a site: served as a file, because a page of a site has no styles inside.
    public static let text = StyleSheet.record.text
}

extension StyleSheet {
    static let record = StyleSheet(
        """
        .record-head{border-bottom:1px solid var(--kompas-line);padding-bottom:16px}
        .record-facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(176px,1fr));gap:8px 24px;margin:16px 0}
        .record-facts dt{font-size:14px;font-weight:400;color:var(--kompas-unknown)}
        .record-facts dd{font-weight:700}
        .record-notice{border-left:3px solid var(--kompas-ink);padding-left:12px}
        .record-chapter{padding-top:24px}
        .record-chapter h2{font-size:21px;margin-bottom:8px}
        .record-chapter h3{font-size:17px;margin-top:16px}
        .record-pairs>div{display:grid;grid-template-columns:128px minmax(0,1fr);gap:4px 16px;padding:4px 0}
        .record-pairs dd{margin:0}
        .record-place.with-map{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:24px;align-items:start}
        .record-place figure{margin:0}
        .record-findings{list-style:none;padding:0}
        .record-findings>li{display:grid;grid-template-columns:18px minmax(0,1fr);gap:12px;margin-bottom:8px;max-width:76ch}
        .record-findings .mark{margin-top:4px;align-self:start}
        .record-weighing{margin-bottom:16px}
        .record-weighing tbody th{width:34%;font-weight:400}
        .record-weighing td{width:33%}
        .record-weighing .about{color:var(--kompas-unknown);font-size:14px}
        .record-outcome{background:var(--kompas-sand);border-left:4px solid var(--kompas-ink);padding:16px 24px 4px}
        .outcome-word{font-size:21px;font-weight:700;margin-bottom:8px}
        .record-checking code{font-size:14px;overflow-wrap:anywhere}
        .annex{margin-top:48px;border-top:2px solid var(--kompas-ink);padding-top:24px}
        @media (max-width:720px){
        .record-place.with-map,.record-pairs>div{grid-template-columns:minmax(0,1fr)}
        .record-weighing thead{position:absolute;left:-9999px}
        .record-weighing tr,.record-weighing th,.record-weighing td,.record-weighing tbody th{display:block;width:auto;border:0;padding:2px 0}
        .record-weighing tr{border-bottom:1px solid var(--kompas-line);padding:8px 0}
        .record-weighing td:nth-child(2)::before{content:"Draagt bij: "}
        .record-weighing td:nth-child(3)::before{content:"Geeft spanning: "}
        }
        """)

    /// The record as a document of its own on paper: two pages, and the annex from a new one.
    static let recordPrint = StyleSheet(
        """
        @page{margin:15mm 16mm 17mm;@bottom-left{content:string(kenmerk);font:8pt "Open Sans","Noto Sans",sans-serif;color:#5B6168}
        @bottom-right{content:"pagina " counter(page) " van " counter(pages);font:8pt "Open Sans","Noto Sans",sans-serif;color:#5B6168}}
        .kenmerk{string-set:kenmerk content()}
        @media print{
        body{font-size:9pt;line-height:1.38}
        .record-head .eyebrow{font-size:9pt;margin-bottom:6pt}
        .record-head h1{font-size:19pt;margin-bottom:4pt}
        .record-head{padding-bottom:4pt}
        .record-facts{display:grid;grid-template-columns:1.5fr 1.3fr 1fr 1fr;gap:3pt 16pt;margin:6pt 0}
        .record-facts dt{font-size:8pt}
        .record-notice{margin:4pt 0;padding-left:8pt}
        .record-chapter{padding-top:7pt}
        .record-chapter h2{font-size:11.5pt;margin-bottom:3pt}
        .record-chapter h3{font-size:9.5pt;margin:5pt 0 2pt}
        .record-chapter p,.record-chapter ul,.record-chapter ol,.record-chapter dl,.record-chapter table{margin-bottom:4pt}
        .record-chapter .source,.record-chapter .note,.record-chapter .about,.record-place figcaption{font-size:8pt}
        .record-pairs>div{grid-template-columns:72pt minmax(0,1fr);gap:0 8pt;padding:1pt 0}
        .record-place.with-map{grid-template-columns:minmax(0,1fr) 62mm;gap:12pt}
        .record-place .map-drawing{width:62mm}
        .record-findings>li{grid-template-columns:11pt minmax(0,1fr);gap:6pt;margin-bottom:2.5pt;max-width:none}
        .record-findings .mark{margin-top:1pt}
        .record-weighing{font-size:8.5pt}
        .record-weighing caption{font-size:9.5pt;padding-bottom:2pt}
        .record-weighing th,.record-weighing td{padding:2.5pt 8pt 2.5pt 0}
        .record-outcome{padding:6pt 10pt 2pt}
        .outcome-word{font-size:12pt;margin-bottom:3pt}
        .record-checking code{font-size:7.5pt}
        .record-findings>li,.record-weighing tr,.record-outcome,.record-pairs>div{break-inside:avoid}
        .annex{break-before:page;margin-top:0;border-top:0;padding-top:0}
        .annex-title{font-size:17pt;bookmark-level:1}
        }
        """)

    /// What the program that makes PDF draws otherwise than browsers do.
    static let pdf = StyleSheet(
        """
        @media print{
        span.mark,span.swatch{display:inline-block}
        .sheet{display:block}
        .sheet .rose-figure{margin:10pt auto}
        }
        """)
}
