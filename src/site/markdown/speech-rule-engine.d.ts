/** What this site uses of speech-rule-engine, which comes without types. */
declare module 'speech-rule-engine' {
  const engine: {
    setupEngine(setting: Record<string, string>): Promise<unknown>;
    engineReady(): Promise<unknown>;
    toSpeech(mathml: string): string;
  };
  export default engine;
}
