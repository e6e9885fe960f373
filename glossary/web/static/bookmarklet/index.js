// Start on a page at the first click, and take everything back at the second.

import { Session } from "../engine/session.js";
import { Stage } from "./stage.js";
import { explain } from "./explain.js";
import { fill } from "./make.js";
import { loadTerms } from "./terms.js";
import { giveBack, guard } from "./natives.js";

const RUNNING = Symbol.for("en-clair");

async function start(config) {
  if (window[RUNNING]) return window[RUNNING]();
  const stage = new Stage(config, () => delete window[RUNNING]);
  let isStopped = false;
  window[RUNNING] = () => {
    isStopped = true;
    stage.host.remove();
    delete window[RUNNING];
  };
  const loaded = await loadTerms(config).catch(() => null);
  if (isStopped) return;
  guard(() => begin(stage, config, loaded));
}

function begin(stage, config, loaded) {
  const { labels } = config;
  if (!loaded) {
    stage.announce(labels.failed);
    return window[RUNNING]();
  }
  config.isFresh = loaded.isFresh;
  let isFirst = true;
  const session = new Session(loaded.lexicon, {
    guard,
    isOwn: (node) => stage.isOwn(node),
    kindOf: (mention) => stage.kindOf(mention),
    onPage: (page) => stage.listen(page),
    explain: (blocks) => explain(blocks, loaded),
    onChange: () => {
      stage.refresh();
      if (isFirst) stage.announce(`En clair : ${stage.panel.count.textContent}. ${labels.keys}`);
      isFirst = false;
    },
  });
  stage.take(session);
  window[RUNNING] = () => guard(() => stage.stop());
  const { size } = loaded.lexicon.terms;
  stage.panel.say(
    loaded.isFresh ? fill(labels.fresh, size, new Date().toLocaleDateString(config.lang)) : fill(labels.stored, size, config.total, config.date),
  );
  session.start();
}

start(EN_CLAIR);
giveBack();
