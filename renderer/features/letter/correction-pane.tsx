export function CorrectionPane() {
  return null;
}
