export function DemoDocs() { return null; }
export function DocsFrame({ children }: { children?: React.ReactNode }) { return <>{children}</>; }
