// SPDX-License-Identifier: EUPL-1.2
// A Worker for pages that are opened from a disk, where browsers allow no real one. It runs the script in a
// hidden frame, so the search of the site works there too. Elsewhere nothing changes.
"use strict";

if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentDocument;
      inside.open();
      inside.write("<!doctype html><body></body>");
      inside.close();
      const scope = this.frame.contentWindow;
      scope.postMessage = (message) => this.receive(message);
      scope.importScripts = (...addresses) => addresses.reduce((before, each) => before.then(() => this.run(each)), Promise.resolve());
      this.ready = this.run(address);
    }

    run(address) {
      return new Promise((done, failed) => {
        const script = this.frame.contentDocument.createElement("script");
        script.src = new URL(address, document.baseURI).href;
        script.onload = done;
        script.onerror = () => failed(new Error(`cannot load ${address}`));
        this.frame.contentDocument.body.append(script);
      });
    }

    receive(message) {
      const event = new MessageEvent("message", { data: message });
      this.dispatchEvent(event);
      if (this.onmessage) this.onmessage(event);
    }

    postMessage(message) {
      this.ready.then(() => {
        const scope = this.frame.contentWindow;
        const event = new scope.MessageEvent("message", { data: message });
        scope.dispatchEvent(event);
      });
    }

    terminate() {
      this.frame.remove();
    }
  };
}
