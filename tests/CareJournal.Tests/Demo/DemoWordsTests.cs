using System.Reflection;
using CareJournal.LifeEvents;
using CareJournal.Support;

namespace CareJournal.Demo;

public sealed class DemoWordsTests
{
    private static readonly string[] Banned =
    [
        "absent", "absence", "retard", "perdu de vue", "perdue de vue", "relance", "rappel", "abandon", "échec", "rechute", "guéri", "dépendance",
        "inobservance", "inactif", "à risque", "alerte", "file active", "sortie", "impression",
    ];

    private static readonly string[] Pooled =
    [
        .. Pools(typeof(ImpressionTexts)), .. Pools(typeof(AgreedTexts)), .. Pools(typeof(NoteTexts)), .. Pools(typeof(EventTexts)), .. Pools(typeof(PersonTexts)), .. Pools(typeof(MatterTexts)),
        .. EventTexts.Life.SelectMany(life => life.Words),
        .. EventTexts.Pauses.SelectMany(pause => pause.Words),
    ];

    [Fact]
    public void No_text_contains_a_word_that_the_screens_avoid() =>
        Assert.All(AllTexts(), text => Assert.DoesNotContain(Banned, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Every_text_is_set_with_typographic_apostrophes_and_spaces_that_do_not_break() =>
        Assert.All(AllTexts(), text => Assert.DoesNotMatch("""['"]| [;!?:»]|« |[^\u202F\u00A0][;!?»](?!\.)|[^\u00A0\d]:""", text));

    [Fact]
    public void The_pools_are_deep_enough_that_nothing_looks_copied()
    {
        Assert.InRange(Pools(typeof(ImpressionTexts)).Distinct().Count(), 60, int.MaxValue);
        Assert.InRange(Pools(typeof(AgreedTexts)).Distinct().Count(), 40, int.MaxValue);
        Assert.Equal(Enum.GetValues<LifeEventKind>().Length - 1, EventTexts.Life.Select(life => life.Kind).Distinct().Count());
        Assert.Equal(Pooled.Length, Pooled.Distinct().Count());
    }

    [Fact]
    public void A_person_hears_no_sentence_twice_before_the_pool_is_used_up()
    {
        Phrasebook phrases = new(SeededStream.For(1, 1));
        string[] heard = [.. ImpressionTexts.Steady.Select(_ => phrases.Next(ImpressionTexts.Steady))];
        Assert.Equal(ImpressionTexts.Steady.Order(), heard.Order());
    }

    private static IEnumerable<string> AllTexts()
    {
        SyntheticCareer career = SyntheticCareer.Create(DemoSize.Demo, Some.Day("2026-11-22"));
        SyntheticPerson claire = career.People[0];
        return
        [
            .. Pooled,
            .. claire.Visits.SelectMany(visit => new[] { visit.Impression, visit.Agreed, visit.Note, visit.JustifiesRhythm, visit.NextStep?.Reason, visit.NextStep?.SignsToComeBack }).OfType<string>(),
            .. claire.Periods.SelectMany(period => new[] { period.Title, period.Reason, period.Aim }).OfType<string>(),
            .. claire.FlareUps.SelectMany(flare => new[] { flare.WhatCameBefore, flare.WhatHelped }).OfType<string>(),
            .. claire.LifeEvents.Select(life => life.Words),
            .. claire.AbsenceNotes.Select(note => note.Words).OfType<string>(),
            .. career.Closures.Select(closure => closure.Label),
            claire.StandingNote!,
            .. claire.Matters.Goals.SelectMany(goal => goal.Steps.Select(step => step.Line).Append(goal.Words).Append(goal.Target)).OfType<string>(),
            .. claire.Matters.Tools.SelectMany(tool => tool.Steps.Select(step => step.Line).Append(tool.Label)).OfType<string>(),
            .. claire.Matters.Reviews.SelectMany(review => new[] { review.Situation, review.Needs }),
            .. claire.Matters.Words.Select(word => word.Words),
            .. claire.Matters.Contacts.Select(contact => contact.Words),
        ];
    }

    private static IEnumerable<string> Pools(Type texts) =>
        texts.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(IReadOnlyList<string>))
            .SelectMany(property => (IReadOnlyList<string>)property.GetValue(null)!);
}
