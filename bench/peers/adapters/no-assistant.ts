/** Stands for @grafana/assistant: the graph is drawn without its button. */
export const OpenAssistantButton = (): null => null;
