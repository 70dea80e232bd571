/** Runs a script's body: an error's message goes to the terminal without a stack trace, and the status is set. */
export async function speak(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
