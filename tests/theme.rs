//! Themes: what a role may look like, names, and how a theme and a depth are settled.

use ratatui::style::{Modifier, Style};
use riskroom::ui::theme::{Brightness, Depth, Role, Theme, ThemeName};

const BANDS: [Role; 4] = [Role::Low, Role::Medium, Role::High, Role::Critical];

#[test]
fn the_sixteen_colors_still_make_five_chips() {
    let theme = Theme::new(ThemeName::Terminal, Depth::TrueColor);
    let styles = Role::CHIPS.map(|role| theme.style(role));
    for (place, style) in styles.iter().enumerate() {
        assert!(!styles[..place].contains(style));
    }
    assert_eq!(theme.style(Role::Text), Style::new());
}

#[test]
fn mono_has_no_color() {
    let themes = ThemeName::ALL.map(|name| Theme::new(name, Depth::Mono));
    for theme in themes.into_iter().chain([Theme::new(ThemeName::Mono, Depth::TrueColor)]) {
        assert_eq!(theme.depth(), Depth::Mono);
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None), "{role:?}");
            assert!(
                (Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED).contains(style.add_modifier)
            );
        }
    }
}

#[test]
fn nothing_is_dim_or_blinks_and_only_the_selection_is_reversed() {
    for name in ThemeName::ALL {
        for depth in Depth::ALL {
            let theme = Theme::new(name, depth);
            for role in Role::ALL {
                let style = theme.style(role);
                assert!(
                    !style
                        .add_modifier
                        .intersects(Modifier::DIM | Modifier::SLOW_BLINK | Modifier::RAPID_BLINK)
                );
                assert_eq!(
                    style.add_modifier.contains(Modifier::REVERSED),
                    role == Role::Selection,
                    "{role:?}"
                );
            }
            let selection = theme.style(Role::Selection);
            assert_eq!((selection.fg, selection.bg), (None, None));
        }
    }
}

#[test]
fn a_painted_theme_paints_only_under_text_chips_and_bands() {
    for name in [ThemeName::Light, ThemeName::Dark, ThemeName::ProjectorLight, ThemeName::ProjectorDark] {
        let theme = Theme::new(name, Depth::TrueColor);
        for role in Role::ALL {
            let is_filled = role == Role::Text || Role::CHIPS.contains(&role) || BANDS.contains(&role);
            assert_eq!(theme.style(role).bg.is_some(), is_filled, "{role:?}");
        }
    }
}

#[test]
fn levels_of_any_scale_wear_chips_by_severity() {
    for (levels, chips) in [(3, "135"), (4, "1245"), (5, "12345"), (6, "122345"), (7, "1223445")] {
        let worn: String = (1..=levels).map(|level| Role::chip(level, levels).letter()).collect();
        let worst_first = worn.chars().zip(worn.chars().skip(1)).all(|(a, b)| a <= b);
        assert!(worst_first && worn.starts_with('1') && worn.ends_with('5'), "{worn}");
        if levels <= 5 {
            assert_eq!(worn, chips);
        }
    }
    for (level, levels) in [(0, 0), (0, 5), (9, 5), (255, 255), (1, 1)] {
        let _any_pair_has_one = Role::chip(level, levels);
    }
}

#[test]
fn a_cell_of_the_test_theme_tells_its_role() {
    let theme = Theme::roles();
    for (place, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(usize::from(role.number()), place);
        let letter = Role::letter_of(theme.style(role));
        assert_eq!(letter, if role == Role::Selection { 'S' } else { role.letter() });
        if role != Role::Selection {
            assert_eq!(Role::of(theme.style(role)), Some(role));
            let selected = theme.style(role).patch(theme.style(Role::Selection));
            assert_eq!(Role::letter_of(selected), role.letter().to_ascii_uppercase());
        }
    }
    assert_eq!(Role::letter_of(Style::reset()), '.');
    let mut letters = Role::ALL.map(Role::letter).to_vec();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), Role::ALL.len());
}

#[test]
fn the_depth_is_settled_by_flag_then_environment_then_terminal() {
    use Depth::{Ansi16, Ansi256, Mono, TrueColor};
    let table = [
        (Some(TrueColor), true, Some(Mono), Ansi16, TrueColor),
        (None, true, Some(TrueColor), Ansi256, Mono),
        (None, false, Some(Ansi256), Mono, Ansi256),
        (None, false, None, Ansi16, Ansi16),
    ];
    for (flag, no_color, forced, detected, settled) in table {
        assert_eq!(Depth::resolve(flag, no_color, forced, detected), settled);
    }
    for (value, detected, forced) in [
        ("0", TrueColor, Mono),
        ("false", TrueColor, Mono),
        ("1", TrueColor, Ansi16),
        ("2", Mono, Ansi256),
        ("3", Mono, TrueColor),
        ("", Mono, Ansi16),
        ("true", TrueColor, TrueColor),
    ] {
        assert_eq!(Depth::forced(value, detected), forced, "{value:?}");
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    for name in ThemeName::ALL {
        assert_eq!(name.to_string().parse(), Ok(name));
    }
    for depth in Depth::ALL {
        assert_eq!(depth.to_string().parse(), Ok(depth));
    }
    assert_eq!("projector-light".parse(), Ok(ThemeName::ProjectorLight));
    assert!("neon".parse::<ThemeName>().is_err() && "8".parse::<Depth>().is_err());
}

#[test]
fn the_theme_key_goes_around() {
    let mut seen = vec![ThemeName::default()];
    while seen.len() < ThemeName::ALL.len() {
        seen.push(seen[seen.len() - 1].next());
    }
    assert_eq!(seen, ThemeName::ALL);
    assert_eq!(ThemeName::Mono.next(), ThemeName::Auto);
}

#[test]
fn auto_is_what_the_terminal_is() {
    assert_eq!(ThemeName::Auto.resolve(Some(Brightness::Light)), ThemeName::Light);
    assert_eq!(ThemeName::Auto.resolve(Some(Brightness::Dark)), ThemeName::Dark);
    assert_eq!(ThemeName::Auto.resolve(None), ThemeName::Terminal);
    assert_eq!(ThemeName::Mono.resolve(Some(Brightness::Light)), ThemeName::Mono);
}
