//! Presets and what may be asked beside them.

use ben_monitor::{
    disclosure::limits::{Policy, Preset, Stricter},
    error::Code,
};

fn refused(policy: Policy, asked: Stricter) -> Code {
    policy.with(&asked).expect_err("is refused").code()
}

#[test]
fn presets_are_as_they_are_told() {
    let website = Policy::of(Preset::Website);
    assert_eq!((website.minimum(), website.base(), website.percent_from()), (10, Some(5), 30));
    let group = Policy::of(Preset::Stuurgroep);
    assert_eq!((group.minimum(), group.base(), group.percent_from()), (5, None, 10));
    for policy in [website, group] {
        assert_eq!((policy.median_from(), policy.quartiles_from(), policy.p90_from()), (10, 20, 50));
        assert_eq!(Preset::read(policy.preset().name()).expect("is a preset"), policy.preset());
        assert_eq!(policy.with(&Stricter::default()).expect("nothing is asked"), policy);
    }
    for name in ["", "Website", "besloten", "website "] {
        assert_eq!(Preset::read(name).expect_err("is refused").code(), Code::BadPublishSetting);
    }
}

#[test]
fn stricter_is_free_and_looser_is_refused() {
    for preset in [Preset::Website, Preset::Stuurgroep] {
        let policy = Policy::of(preset);
        let ask = |set: &dyn Fn(&mut Stricter)| {
            let mut asked = Stricter::default();
            set(&mut asked);
            asked
        };
        for number in [0, 1, policy.minimum() - 1] {
            assert_eq!(refused(policy, ask(&|asked| asked.minimum = Some(number))), Code::TooLoose);
        }
        assert_eq!(refused(policy, ask(&|asked| asked.base = Some(1))), Code::TooLoose);
        assert_eq!(refused(policy, ask(&|asked| asked.percent_from = Some(9))), Code::TooLoose);
        assert_eq!(refused(policy, ask(&|asked| asked.median_from = Some(9))), Code::TooLoose);
        assert_eq!(refused(policy, ask(&|asked| asked.quartiles_from = Some(19))), Code::TooLoose);
        assert_eq!(refused(policy, ask(&|asked| asked.p90_from = Some(49))), Code::TooLoose);
        assert_eq!(refused(policy, ask(&|asked| asked.minimum = Some(u64::MAX))), Code::BadPublishSetting);
    }
    let rounded = Stricter { base: Some(5), percent_from: Some(40), ..Stricter::default() };
    let policy = Policy::of(Preset::Stuurgroep).with(&rounded).expect("stricter");
    assert_eq!((policy.minimum(), policy.base(), policy.percent_from()), (5, Some(5), 40));
}

#[test]
fn no_rounded_count_is_under_the_minimum() {
    for (minimum, base, becomes) in [(12, 5, 15), (10, 10, 10), (10, 7, 14), (11, 20, 20)] {
        let asked = Stricter { minimum: Some(minimum), base: Some(base), ..Stricter::default() };
        let policy = Policy::of(Preset::Website).with(&asked).expect("stricter");
        assert_eq!((policy.minimum(), policy.base()), (becomes, Some(base)));
    }
}
