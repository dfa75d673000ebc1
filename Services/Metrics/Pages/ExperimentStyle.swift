import Pages

/// What the pages about experiments look like beyond all other pages.
enum ExperimentStyle {
    static let style = PageStyle(
        adding: """
            main{max-width:56rem}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0}
            nav a{display:inline-block;padding:.3rem 0}
            .skip{position:absolute;left:-100rem}.skip:focus{left:.5rem;top:.5rem;background:#fff;padding:.6rem 1rem;z-index:2}
            h2{font-size:1.35rem;margin-top:2.2rem;border-top:1px solid var(--line);padding-top:.9rem}h1:focus{outline:0}
            .card h2{border:0;padding:0;margin:.1rem 0}
            .standing strong{font-size:1.15rem}.standing.open{border-color:#c98a1b}
            figure{margin:1rem 0}figure svg{display:block;width:100%;max-width:30rem;height:auto}
            figcaption{color:var(--soft);font-size:.95rem;max-width:40rem}
            .wide{overflow-x:auto;margin:.7rem 0;background:#fff;border:1px solid var(--line);border-radius:.4rem}
            .wide.tall{max-height:24rem;overflow-y:auto}table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.35}
            caption{text-align:left;font-weight:600;padding:.5rem .7rem}caption span{display:inline-block;position:sticky;left:.7rem;max-width:calc(100vw - 4.5rem)}
            th,td{padding:.35rem .7rem;text-align:right;vertical-align:top;border-top:1px solid var(--line);font-variant-numeric:tabular-nums}
            thead th{color:var(--soft);vertical-align:bottom;font-weight:600}
            tbody td,tbody th{white-space:nowrap}th:first-child,.prose td,.prose th,[lang]{text-align:left}.prose td{white-space:normal;overflow-wrap:anywhere}
            .query{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end}
            select,input[type=date]{font:inherit;padding:.5rem .6rem;border:1px solid var(--soft);border-radius:.4rem;min-height:2.75rem;max-width:100%;background:#fff;color:inherit}
            @media print{.wide,.wide.tall{overflow:visible;max-height:none;border:0}.query,.skip,nav{display:none}figure,tr{break-inside:avoid}}
            """)
}
