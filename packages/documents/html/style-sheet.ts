/** The page's only style: light and dark by the reader's choice, one column on a phone, plain on paper. */
export const styleSheet = `
:root{color-scheme:light dark;--ink:#141D2B;--quiet:#465364;--faint:#5C6878;--line:#DDE2E9;--surface:#FFFFFF;--ground:#F5F6F8;--action:#1F4FA3;--action-soft:#B9CBEA;--banner:#1F4FA3;
--met:#13937F;--missed:#A8161C;--missed-soft:#FDF1EF;--paused:#76808F;--met-text:#0A6657;--missed-text:#981217;--paused-text:#4A5463;--met-fill:#DDF3EC;--missed-fill:#FBE1DF;--paused-fill:#ECEEF1}
@media(prefers-color-scheme:dark){:root{--ink:#E8EDF4;--quiet:#B4BFCC;--faint:#95A2B2;--line:#2B3541;--surface:#171E27;--ground:#0F141B;--action:#7DAAF5;--action-soft:#31507F;--banner:#173C7E;
--met:#2FB6A0;--missed:#E2574F;--missed-soft:#2A1D22;--paused:#8B97A6;--met-text:#6FD3C0;--missed-text:#F59A93;--paused-text:#B4BFCC;--met-fill:#12332F;--missed-fill:#3A1F22;--paused-fill:#28313C}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 'Source Sans 3','Segoe UI',system-ui,sans-serif}
h1,h2,h3,p,ul,dl,dd,figure,pre{margin:0;padding:0}
ul{list-style:none}
a{color:var(--action)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--action);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;background:var(--surface);padding:8px 12px;z-index:1}
.banner{background:var(--banner);color:#fff;padding:28px max(20px,calc((100vw - 1080px)/2)) 36px}
.product{font-weight:600;font-size:17px;margin-bottom:40px}
h1{font-size:clamp(30px,5vw,44px);line-height:1.1;font-weight:600;letter-spacing:-.01em}
.period{font-size:20px;color:#E6EDF8;margin-top:8px}
.provisional{display:inline-block;background:#FFF0CF;color:#7F4D00;font-size:14px;font-weight:600;border-radius:4px;padding:2px 8px;margin-left:8px}
.identity{background:var(--surface);border-bottom:1px solid var(--line);padding:24px max(20px,calc((100vw - 1080px)/2)) 28px}
.page{max-width:1120px;margin:0 auto;padding:0 20px;display:grid;grid-template-columns:200px minmax(0,1fr);gap:32px}
nav{padding-top:32px}nav ul{position:sticky;top:20px}
nav a{display:block;padding:5px 10px;border-radius:6px;color:var(--quiet);text-decoration:none;font-size:14px}
nav a:hover{background:var(--surface);color:var(--action)}
main{min-width:0;padding:24px 0 40px}
section{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:24px 28px 28px;margin-bottom:20px;scroll-margin-top:12px}
h2{font-size:24px;line-height:1.2;font-weight:600;margin-bottom:8px}
h2.eyebrow{font-size:15px;color:var(--action);margin-bottom:4px}
h2.small{font-size:14px;color:var(--quiet);margin:20px 0 6px}
h3{font-size:17px;line-height:1.3;font-weight:600;margin:28px 0 8px}
.lead,.quiet{color:var(--quiet)}.quiet{font-size:14px;overflow-wrap:anywhere}
p+p{margin-top:8px}
.headline{font-size:clamp(22px,3.4vw,30px);line-height:1.2;font-weight:600;margin-bottom:12px}
.headline .mark{font-size:.7em;margin-right:10px;vertical-align:.1em}
.notice{border-left:3px solid var(--action);background:var(--ground);color:var(--quiet);padding:10px 14px;margin:14px 0;border-radius:0 6px 6px 0}
.facts div{display:grid;grid-template-columns:minmax(130px,210px) 1fr;gap:4px 20px;padding:6px 0}
.facts dt{color:var(--quiet);font-weight:600;font-size:14px}
.facts dd{overflow-wrap:anywhere}
.facts.wide{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:8px 24px}
.facts.wide div{display:block;padding:0}.facts.wide dt{font-weight:400;font-size:13px;color:var(--faint)}.facts.wide dd{font-weight:600}
.strip{margin-bottom:14px}
.strip li{display:grid;grid-template-columns:14px 1fr auto minmax(92px,auto);gap:8px;align-items:baseline;border-top:1px solid var(--line);padding:6px 0;font-variant-numeric:tabular-nums}
.strip .word{text-align:right}
.mark.met{color:var(--met)}.mark.missed{color:var(--missed)}.mark.informative,.mark.not-applicable{color:var(--paused)}
.word.met,.figures .met{color:var(--met-text)}.word.missed,.figures .missed{color:var(--missed-text)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:20px 0 4px}
.figures li{min-width:0;border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.figures b{display:block;font-size:32px;line-height:1.15;font-weight:600;font-variant-numeric:tabular-nums}
.figures b.long{font-size:21px;line-height:1.75;overflow-wrap:anywhere}.figures span{display:block;font-weight:600;font-size:14px}.figures small{color:var(--faint);font-size:13px}
.statements li,.decisions li{display:grid;grid-template-columns:20px 1fr;padding:3px 0}
.statements .mark{font-size:.8em;line-height:1.9}
.decisions li::before{content:'→';color:var(--action);font-weight:600}
figure{margin:4px 0 8px}figure svg{display:block;width:100%;height:auto;max-width:760px}
.narrow-only{display:none}.narrow-only svg{max-width:420px}
details{margin:4px 0 12px}summary{cursor:pointer;color:var(--action);font-size:14px;padding:4px 0}
.scroll{overflow-x:auto;margin:8px 0 4px}
table{border-collapse:collapse;width:100%;font-size:15px;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:7px 10px;border-bottom:1px solid var(--line);font-weight:400}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
thead th{font-size:13px;font-weight:600;color:var(--quiet);border-bottom:1.5px solid var(--ink);white-space:nowrap}

tbody th:not(.main){white-space:nowrap}
.main{min-width:10em}
.number{text-align:right;white-space:nowrap}
td small,th small{display:block;color:var(--faint);font-size:13px}
.dense{font-size:14px}.dense td,.dense th{padding-top:5px;padding-bottom:5px}
.pill{display:inline-block;border-radius:4px;padding:0 8px;font-size:13.5px;font-weight:600;white-space:nowrap;background:var(--paused-fill);color:var(--paused-text)}
.pill .mark{font-size:.8em;margin-right:5px}
.pill.met{background:var(--met-fill);color:var(--met-text)}.pill.missed{background:var(--missed-fill);color:var(--missed-text)}
pre{background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:12px 14px;white-space:pre-wrap;font-size:14px}
code{font-family:ui-monospace,'Cascadia Mono',Menlo,monospace;font-size:.85em;overflow-wrap:anywhere}
footer{max-width:1120px;margin:0 auto;padding:0 20px 32px;color:var(--faint);font-size:13px}
@media(max-width:860px){.page{display:block}nav{padding-top:16px}nav ul{position:static;display:flex;flex-wrap:wrap;gap:4px}nav a{border:1px solid var(--line);background:var(--surface)}main{padding-top:16px}section{padding:18px 16px 20px}.facts div{grid-template-columns:1fr}}
@media(max-width:560px){table{font-size:14px}th,td{padding-left:7px;padding-right:7px}.wide-only{display:none}.narrow-only{display:block}.figures{grid-template-columns:repeat(2,minmax(0,1fr))}.strip li{grid-template-columns:14px 1fr auto}.strip .word{grid-column:2/4;text-align:left;margin-top:-6px}}
@media screen and (max-width:560px){.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.cards,.cards tbody,.cards tr,.cards th,.cards td{display:block}.cards tr{border-bottom:1px solid var(--line);padding:8px 0}.cards th,.cards td{border:0;padding:2px 0;text-align:left;white-space:normal;min-width:0;overflow-wrap:anywhere}.cards tbody th,.cards tbody th:not(.main){font-weight:600;white-space:normal}
.cards td[data-head]::before{content:attr(data-head) ' · ';color:var(--quiet);font-size:13px}.cards td:empty{display:none}}
@media print{:root{--ground:#fff;--surface:#fff}nav,.skip{display:none}.page{display:block;padding:0}section{border:0;padding:0;margin-bottom:24px}h2,h3{break-after:avoid}figure,tr,li{break-inside:avoid}.banner{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}}
`
