//! Refusals and faults in words: complete, safe, and the same data in both languages.

use std::path::PathBuf;

use riskroom::domain::check::Problem;
use riskroom::domain::{
    Key, Level, Money, PersonId, Refusal, RiskId, SolutionId, Title, TopicId, Uid, Votes,
};
use riskroom::shell::words::Words;
use riskroom::store::error::{Cause, SaveError};
use riskroom::store::format::error::{Expected, Fault, FormatError};
use riskroom::store::locate::Position;
use riskroom::store::sentence;
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::formula::formula;
use riskroom::text::sentence::{problem, refusal};

use crate::support::seeds::{agree_all, level, p, r, s, small_session, t};

fn catalogues() -> [Catalogue; 2] {
    Lang::ALL.map(Catalogue::load)
}

fn assert_told(sentence: &str) {
    let is_key = !sentence.contains(' ');
    assert!(!is_key && !sentence.contains(['{', '}']), "{sentence}");
    assert!(!sentence.chars().any(char::is_control) && sentence.chars().count() <= 300, "{sentence}");
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let refusals = [
        Refusal::NoRisk(r(4)),
        Refusal::NoSolution(s(1)),
        Refusal::NoPerson(p(2)),
        Refusal::NoTopic(t(1)),
        Refusal::Taken("R4\u{1b}[2J".to_owned()),
        Refusal::NoCategory("weather".to_owned()),
        Refusal::Full { limit: 10_000 },
        Refusal::AboveScale { level: level(6), worst: level(5) },
        Refusal::LevelsFixed,
        Refusal::ScalesDoNotFit,
        Refusal::NoWeight,
        Refusal::BandsDoNotRise,
        Refusal::Revealed,
        Refusal::NoVotes,
        Refusal::NoReVote,
        Refusal::NotAVoter(p(2)),
        Refusal::VotesTwice(p(2)),
        Refusal::LinkRaises { current: level(2), expected: level(3) },
        Refusal::CannotMerge(r(1)),
        Refusal::TagTwice("customers".to_owned()),
        Refusal::PersonIsNeeded(p(1)),
        Refusal::Closed,
        Refusal::NotClosed,
        Refusal::TooLarge,
        Refusal::NothingChanges,
        Refusal::NothingToUndo,
        Refusal::UndoStopsAtClosing,
        Refusal::NothingToRedo,
    ];
    for catalogue in catalogues() {
        for reason in &refusals {
            assert_told(&refusal(reason, &catalogue));
            assert_told(&problem(&Problem::Refused(reason.clone()), &catalogue));
        }
        assert_told(&problem(&Problem::Twice("R1".to_owned()), &catalogue));
        assert_told(&problem(&Problem::MergeCircle(r(1)), &catalogue));
    }
}

#[test]
fn every_fault_is_a_sentence_in_both_languages() {
    let text = || "x\u{202E}\n".to_owned();
    let faults = [
        Fault::Empty,
        Fault::NotUtf8,
        Fault::NotASession,
        Fault::Newer { found: 2 },
        Fault::UnknownFormat,
        Fault::EndsEarly,
        Fault::Expected(Expected::ListEnd),
        Fault::Expected(Expected::Text),
        Fault::Expected(Expected::Number),
        Fault::Expected(Expected::SmallerNumber),
        Fault::Expected(Expected::Name),
        Fault::StrayCharacter('\u{7}'),
        Fault::Trailing,
        Fault::UnknownField { found: text(), known: &["id"; 40] },
        Fault::MissingField(text()),
        Fault::FieldTwice(text()),
        Fault::UnknownWord { found: text(), known: &["Voter"] },
        Fault::WrongKind { found: text(), expected: text() },
        Fault::Refused { reason: text().repeat(400) },
        Fault::Unreadable { reason: text() },
        Fault::Finding(Problem::Twice(text())),
        Fault::OutOfTurn,
        Fault::Impossible(Refusal::Closed),
        Fault::Differs,
        Fault::Checksum,
        Fault::NoChecksum,
        Fault::Unmade { reason: text() },
        Fault::NotReadBack,
    ];
    for catalogue in catalogues() {
        for fault in &faults {
            assert_told(&sentence::fault(fault, &catalogue));
            let position = Some(Position { line: 214, column: 9 });
            let error = FormatError { position, path: "session.risks[12]".to_owned(), fault: fault.clone() };
            let told = sentence::format_error(&error, &catalogue);
            assert!(told.starts_with("214:9: session.risks[12]: "), "{told}");
            assert_told(&told);
        }
    }
}

#[test]
fn the_formula_of_a_risk_stands_on_one_line() {
    let catalogue = Catalogue::load(Lang::En);
    let told = |numbers| {
        let mut session = small_session();
        agree_all(&mut session, r(1), numbers);
        let risk = session.risk(r(1)).unwrap();
        formula(&risk.levels(), session.weights, &session.priority(risk), &catalogue)
    };
    assert_eq!(told([4, 3, 5, 2, 4]), "2·4 + 2·5 + 3 + 4 = 25, Critical");
    assert_eq!(told([2, 1, 2, 5, 1]), "2·2 + 2·5 + 1 + 1 = 16, High (G1)");
    assert_eq!(told([4, 3, 0, 2, 4]), "2·4 + 2·D + 3 + 4 = 19–25");
    assert_eq!(told([2, 0, 5, 5, 0]), "2·2 + 2·5 + I + F = 16–24, ≥ HIGH (G1)");
    assert_eq!(told([0; 5]), "2·P + 2·D + I + F = 6–30");
    assert_eq!(told([4, 3, 5, 2, 0]), "2·4 + 2·5 + 3 + F = 22–26, ≥ HIGH");
}

#[test]
fn why_a_value_is_refused_is_told_in_every_language() {
    let long = |count| "x".repeat(count);
    let told = [
        Level::try_from(9).unwrap_err().to_string(),
        Money::try_from(u64::MAX).unwrap_err().to_string(),
        Title::new(long(501)).unwrap_err().to_string(),
        Title::new(" ").unwrap_err().to_string(),
        Title::new("a\nb").unwrap_err().to_string(),
        Key::new("A").unwrap_err().to_string(),
        "P1".parse::<Votes>().unwrap_err().to_string(),
        "R0".parse::<RiskId>().unwrap_err().to_string(),
        "S`` is not".parse::<SolutionId>().unwrap_err().to_string(),
        "".parse::<PersonId>().unwrap_err().to_string(),
        "T".parse::<TopicId>().unwrap_err().to_string(),
        long(26).replace('x', "u").parse::<Uid>().unwrap_err().to_string(),
    ];
    let (english, spanish) = (Catalogue::load(Lang::En), Catalogue::load(Lang::Es));
    for reason in told {
        let fault = Fault::Refused { reason: reason.clone() };
        let (one, other) = (sentence::fault(&fault, &english), sentence::fault(&fault, &spanish));
        let plain = |text: &str| text.replace(['“', '”'], "`").replace(',', "");
        assert_eq!(plain(&one), plain(&english_of(&reason)), "{other}");
        let words = ["is ", " not ", "only", "characters", "allowed", "outside"];
        assert!(other.starts_with("Valor imposible: "), "{other}");
        assert!(!words.iter().any(|word| other.replace("S`` is not", "").contains(word)), "{other}");
    }
}

fn english_of(reason: &str) -> String {
    format!("Not a possible value: {reason}.")
}

#[test]
fn why_nothing_is_saved_comes_before_where() {
    let (path, cause) = (PathBuf::from("/home/ana/shop.ron"), Cause::DiskFull);
    let error = SaveError::NotWritten { path, cause };
    let sentences = [
        (Lang::En, "Cannot write (the disk is full): /home/ana."),
        (Lang::Es, "No se puede escribir (el disco está lleno): /home/ana."),
    ];
    for (lang, sentence) in sentences {
        assert_eq!(Words::new(lang).not_saved(&error), sentence);
    }
}
