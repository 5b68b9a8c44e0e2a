/** JSON that cannot end the script element it stands in. */
export const jsonText = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c')
