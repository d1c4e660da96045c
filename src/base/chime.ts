let context: AudioContext | undefined;

/** Two short tones. A browser plays them only once the agent has done something in the page; before that it is silent. */
export async function chime(): Promise<void> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    const { currentTime, destination } = context;
    for (const [place, frequency] of [880, 1_175].entries()) {
      const start = currentTime + place * 0.18;
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.15, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
      tone.connect(volume).connect(destination);
      tone.start(start);
      tone.stop(start + 0.32);
    }
  } catch {
    // No sound here; the notice is there all the same.
  }
}
