import { offer } from './peer.ts';

// Speedscope's own page runs in the frame around this script; a file is given to it by dropping.
offer({
  load(bytes) {
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'bench.folded.txt'));
    const target = document.querySelector('body > div > div') ?? document.body;
    target.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
    return new Promise((resolve) => {
      // It is done when it shows the toolbar of a profile and has drawn its canvas once.
      const wait = () =>
        document.title.includes('bench') || document.body.textContent.includes('Left Heavy')
          ? requestAnimationFrame(() => resolve())
          : requestAnimationFrame(wait);
      wait();
    });
  },
  reset: () => undefined,
});
