export const readmePath: string;
export function marketplaceReadme(root: string): string;
