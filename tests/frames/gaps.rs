//! Gaps and closing.

use super::golden_in_both;

#[test]
fn closing_tells_the_gaps_and_reads_back() {
    let sizes = [(80, 24), (120, 36), (200, 60), (40, 12)];
    let keys = |close: &str| format!("g i g g : '{close}' Enter");
    golden_in_both("closing", &sizes, &keys("close the session"), &keys("cerrar la sesión"));
    golden_in_both(
        "closing_reason",
        &[(80, 24)],
        "g p P Esc : 'close the' Enter x",
        "g p P Esc : 'cerrar la' Enter x",
    );
}

#[test]
fn gaps_stand_over_the_screen() {
    golden_in_both("gaps", &[(80, 24), (120, 36), (200, 60)], "g x Down", "g x Down");
}
