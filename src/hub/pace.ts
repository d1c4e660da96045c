/** How often figures follow what happens, in milliseconds: with the way of the answer they are true within a second. */
export const figurePace = 750;
