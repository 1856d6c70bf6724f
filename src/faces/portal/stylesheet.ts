/** The portal's one style sheet: dark ink on light ground, one indigo from the capulana, the reader's own fonts; from 320 px to wide, and for paper. */
export const stylesheet = `
:root{--ink:#16202b;--quiet:#52606d;--line:#d8d3c6;--ground:#fbfaf6;--paper:#fff;--accent:#1f4e79;--pale:#a9c3da;--wash:#eaf0f5;--warn:#fdf1d3;--warnline:#b98a1c;color-scheme:light}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,sans-serif;color:var(--ink);background:var(--ground);-webkit-text-size-adjust:100%}
body{margin:0}
.wrap{max-width:72rem;margin:0 auto;padding-left:1rem;padding-right:1rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
h1,h2,h3,.big{font-family:ui-serif,Georgia,Cambria,'Noto Serif','Times New Roman',serif;line-height:1.2;font-weight:600;text-wrap:balance}
h1{font-size:clamp(1.6rem,4.5vw,2.4rem);margin:.2em 0 .5em}
h1.small{font-size:1.2rem}
h2{font-size:1.4rem;margin:0 0 .6em}
h3{font-size:1.05rem;margin:1.2em 0 .3em}
p{margin:0 0 .9em;max-width:44rem}
small,.quiet{color:var(--quiet);font-size:.875rem}
.lead{font-size:1.12rem}
.kicker{color:var(--quiet);margin:0 0 .2em}
code{font:.82em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.top{background:var(--paper)}
.top .wrap{display:flex;flex-wrap:wrap;gap:.4rem 2rem;align-items:baseline;justify-content:space-between;padding-top:.9rem;padding-bottom:.7rem}
.brand{font:600 1.15rem/1.2 ui-serif,Georgia,serif;color:var(--ink);text-decoration:none}
.brand small{display:block;font:400 .8rem/1.4 system-ui,sans-serif}
.top ul{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;list-style:none;margin:0;padding:0}
.top li a{display:inline-block;padding:.35rem 0;text-decoration:none;color:var(--ink)}
.top li a:hover,.top li a[aria-current]{box-shadow:inset 0 -2px var(--accent)}
.weave{height:14px;background:conic-gradient(from 135deg at 50% 0,var(--pale) 90deg,transparent 0) 0 0/14px 7px repeat-x,conic-gradient(from 135deg at 50% 0,var(--paper) 90deg,transparent 0) 7px 7px/14px 7px repeat-x,var(--accent)}
.demonstration{background:var(--warn);border-bottom:1px solid var(--warnline)}
.demonstration p{margin:0 auto;padding-top:.55rem;padding-bottom:.55rem;max-width:72rem}
main{padding-top:2rem;padding-bottom:3rem}
main>section{padding:1.8rem 0;border-top:1px solid var(--line)}
main>section.hero:first-of-type,main>section.address:first-of-type{border-top:0;padding-top:0}
.hero{display:grid;gap:1.5rem 3rem;align-items:start}
.hero h1 .big,.bigline .big{display:block;font-size:clamp(2.8rem,9vw,4.6rem);line-height:1.05;color:var(--accent);letter-spacing:-.015em}
.bigline{font-size:1.15rem;margin-bottom:1.2em}
.date{color:var(--quiet);font-weight:400}
.hero h1 .date{display:block;font:400 1.1rem/1.4 system-ui,sans-serif}
.card{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.2rem 1.3rem .6rem;align-self:start}
.card h2{font-size:1.15rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.6rem,1fr));gap:.8rem 1.5rem;margin:0 0 1.2rem}
.figures dt{font-size:.875rem;color:var(--quiet)}
.figures dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
.facts{margin:0 0 1rem}
.facts dt{font-size:.875rem;color:var(--quiet)}
.facts dd{margin:0 0 .6rem}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;max-width:none}
.button{display:inline-block;background:var(--accent);color:#fff;border:1px solid var(--accent);border-radius:4px;padding:.45rem .9rem;text-decoration:none;font:inherit;cursor:pointer}
.button:hover{background:#163a5b}
.button.plain{background:var(--paper);color:var(--accent)}
.button.plain:hover{background:var(--wash)}
.notice,.nothing{background:var(--wash);border-left:4px solid var(--accent);padding:.7rem 1rem}
.tag{background:var(--warn);border:1px solid var(--warnline);border-radius:3px;padding:0 .35em;font-size:.8rem;color:var(--ink)}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--quiet);font-size:.875rem;padding:.3rem 0}
th,td{padding:.42rem .9rem .42rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line)}
thead th,thead td{font-size:.82rem;font-weight:500;color:var(--quiet);vertical-align:bottom;border-bottom-color:var(--quiet)}
tbody th{font-weight:400}
tbody th small{display:block}
tfoot th,tfoot td,.level0 th,.level0 td{font-weight:600;border-bottom-color:var(--quiet)}
.level1 th,.level1 td.n:nth-child(2){font-weight:600}
.level2 th{padding-left:1.1rem}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
.word{color:var(--quiet);font-style:italic}
.drawing{min-width:6rem;width:26%;vertical-align:middle}
.bar{display:block;width:100%;height:.7rem}
.full,.visited{fill:var(--accent)}
.pale{fill:var(--pale)}
.middle{fill:var(--quiet)}
.trackline{fill:var(--line)}
.breaks{overflow-wrap:anywhere}
figure{margin:0 0 1.2rem}
figcaption{margin:0 0 .8rem;max-width:44rem}
.map svg{max-width:100%;height:auto}
.map figcaption{margin:.4rem 0 0;color:var(--quiet);font-size:.875rem}
.chart{display:block;width:100%;max-width:46rem;height:auto;font-size:15px;fill:var(--ink)}
.chart .quiet{fill:var(--quiet);font-size:13.5px}
.chart .value{font-weight:600}
.under{fill:var(--wash)}
.line{fill:none;stroke:var(--accent);stroke-width:2.5}
.dot{fill:var(--ground);stroke:var(--accent);stroke-width:2.5}
.base{stroke:var(--quiet)}
.expected{fill:var(--paper);stroke:var(--quiet);stroke-width:.8}
.carried{fill:url(#carried)}
.ground{fill:var(--paper)}
.stripe{fill:var(--accent)}
details{margin:1rem 0}
summary{cursor:pointer;color:var(--accent);padding:.3rem 0}
.products{list-style:none;margin:0;padding:0}
.products li{padding:1rem 0;border-top:1px solid var(--line)}
.products li:first-child{border-top:0;padding-top:0}
.products h3{margin:0 0 .2em;font-size:1.15rem}
.products p{margin:0 0 .25em}
.thumb{float:right;width:7rem;height:auto;margin:0 0 .4rem 1rem;border-radius:4px}
.products li{overflow:hidden}
.picture img,.picture video{max-width:100%;height:auto;border-radius:4px}.picture audio{width:100%;max-width:30rem}
.picture figcaption{color:var(--quiet);font-size:.875rem;margin:.3rem 0 0}
.search{display:grid;gap:.8rem 1rem;grid-template-columns:repeat(auto-fit,minmax(9.4rem,1fr));align-items:end;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem;margin:0 0 1.5rem}
.search label{font-size:.875rem;color:var(--quiet)}
input,select,textarea{display:block;width:100%;font:inherit;color:var(--ink);background:#fff;border:1px solid #7b8794;border-radius:4px;padding:.42rem .5rem;min-height:2.6rem}
.search .button{min-height:2.6rem}
@media(min-width:24rem){.search label:first-child{grid-column:span 2}}
.pager{display:flex;gap:1.2rem;padding-top:1rem;border-top:1px solid var(--line)}
.ask .field{max-width:36rem}
.ask label{display:block;font-weight:500}
.ask small{display:block}
.ask .check label{display:flex;gap:.6rem;align-items:start;font-weight:400}
.ask .check input{width:1.3rem;min-height:1.3rem;flex:none;margin:.15rem 0 0}
.columns{columns:3 12rem;padding-left:1.1rem}
.prose section{margin-bottom:2rem}
.message{overflow-wrap:anywhere}
.hero>*{min-width:0}
.citation{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow-wrap:anywhere}
pre{font:.82rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}
.apart{margin-right:1rem}
.scroll th code{overflow-wrap:normal}
.flows svg{min-width:32rem}
.tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 2rem;align-items:start}
.versions li{margin-bottom:.8rem}
.sources{overflow-wrap:anywhere}
dt{color:var(--quiet)}
dd{margin:0 0 .5rem}
footer{background:var(--paper);border-top:1px solid var(--line);padding:1.5rem 0;font-size:.9rem}
footer a{margin-right:1.2rem}
@media(min-width:52rem){.hero{grid-template-columns:minmax(0,1.7fr) minmax(17rem,1fr)}.facts.wide{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem}.facts.wide dd{margin:0}}
@media(max-width:36rem){.drawing{display:none}th,td{padding-right:.6rem}h2{font-size:1.25rem}.chart{font-size:20px}.chart .quiet{font-size:18px}}
@media(forced-colors:active){.bar,.chart{forced-color-adjust:none}}
@media print{html{background:#fff;font-size:10pt}nav,.skip,.search,.pager,.buttons,footer p+p{display:none}.top .wrap{padding-bottom:.2rem}main>section{break-inside:avoid-page}a{color:inherit;text-decoration:none}.scroll{overflow:visible}.demonstration{border:2px solid #000}@page{margin:18mm 15mm}}
`
