/** What there always is to do where another loader cannot do it. */
export const INSTEAD = 'load the image that relocator build makes of it';
