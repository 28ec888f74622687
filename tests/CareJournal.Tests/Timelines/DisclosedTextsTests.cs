using System.Reflection;
using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>
/// The texts of a follow-up that somebody else than the practitioner may read, listed a second time. Every member of every fact is
/// filled, also one that is added later; whoever discloses it has to add it to a list below.
/// </summary>
public sealed class DisclosedTextsTests
{
    private static readonly string[] Together =
    [
        "TimelineAbsenceNote.Words",
        "TimelineFlareUp.WhatCameBefore",
        "TimelineFlareUp.WhatHelped",
        "TimelineGap.Key",
        "TimelineGoal.Target",
        "TimelineGoal.Words",
        "TimelineLifeEvent.Words",
        "TimelinePatient.FamilyName",
        "TimelinePatient.GivenName",
        "TimelinePatient.Name",
        "TimelinePatient.OwnActivity",
        "TimelineStep.SignsToComeBack",
        "TimelineTool.Label",
        "TimelineTool.LastLine",
        "TimelineToolStep.Line",
        "TimelineVisit.Agreed",
        "TimelineWord.Words",
    ];

    private static readonly string[] OnPaper =
    [
        "RecordedEpisode.Title",
        "Sheet.Agreed",
        "Sheet.Helped",
        "Sheet.Tools",
        "Sheet.Word",
        "TimelineClosure.Label",
        "TimelineGap.Key",
        "TimelineLifeEvent.Words",
        "TimelinePatient.FamilyName",
        "TimelinePatient.GivenName",
        "TimelinePatient.Name",
        "TimelineStep.Alongside",
        "TimelineStep.SignsToComeBack",
        "TimelineStep.ToWhom",
    ];

    private static readonly SheetChoice Everything = new() { Periods = true, Life = true, Visits = true, FlareUps = true, Reported = true, Scores = true, Curves = [.. Enum.GetValues<Instrument>()] };

    /// <summary>Each list of facts that can be marked as hidden, from a third party or private, with its mark.</summary>
    public static IEnumerable<object[]> Marks =>
        from list in typeof(TimelineRows).GetProperties()
        where list.PropertyType.IsGenericType
        from mark in list.PropertyType.GetGenericArguments()[0].GetProperties()
        where mark.Name is "Hidden" or "ThirdParty" or "Private"
        select new object[] { list.Name, mark.Name };

    [Fact]
    public void Together_only_these_texts_are_read() => Assert.Equal(Together, FilledFacts.Texts(Disclosure.Together(Timeline(FilledFacts.Rows()))));

    [Fact]
    public void On_paper_only_these_texts_are_read() => Assert.Equal(OnPaper, FilledFacts.Texts(Disclosure.OnPaper(Timeline(FilledFacts.Rows()), Everything)));

    [Fact]
    public void The_practitioner_reads_more_than_either() =>
        Assert.Superset(Together.Concat(["TimelineVisit.Impression", "TimelinePatient.StandingNote", "TimelineReview.Needs", "TimelineContact.Words"]).ToHashSet(), FilledFacts.Texts(Timeline(FilledFacts.Rows())).ToHashSet());

    [Theory]
    [MemberData(nameof(Marks))]
    public void What_is_marked_comes_through_nowhere(string list, string mark)
    {
        TimelineRows rows = FilledFacts.Rows();
        PropertyInfo facts = typeof(TimelineRows).GetProperty(list)!;
        Type fact = facts.PropertyType.GetGenericArguments()[0];
        foreach (object one in (System.Collections.IEnumerable)facts.GetValue(rows)!)
        {
            fact.GetProperty(mark)!.SetValue(one, true);
        }

        foreach (object disclosed in new object[] { Disclosure.Together(Timeline(rows)), Disclosure.OnPaper(Timeline(rows), Everything) })
        {
            Assert.DoesNotContain(FilledFacts.Members(disclosed), member => member.Value is string text && text.StartsWith($"«{fact.Name}.", StringComparison.Ordinal));
            Assert.DoesNotContain(FilledFacts.Members(disclosed), member => member.Value?.GetType() == fact && fact != typeof(TimelineVisit));
        }
    }

    [Fact]
    public void A_private_visit_hides_all_that_was_recorded_in_it()
    {
        TimelineRows rows = FilledFacts.Rows();
        rows = rows with { Visits = [.. rows.Visits.Select(visit => visit with { Private = true })] };
        string[] said = ["TimelineStep.SignsToComeBack", "TimelineTool.LastLine", "TimelineToolStep.Line", "TimelineVisit.Agreed"];
        Assert.Equal(Together.Except(said), FilledFacts.Texts(Disclosure.Together(Timeline(rows))));
        Assert.Null(Disclosure.TextTogether(Timeline(rows), rows.Visits[0].Id));
        string[] printed = ["Sheet.Agreed", "TimelineStep.Alongside", "TimelineStep.SignsToComeBack", "TimelineStep.ToWhom"];
        Assert.Equal(OnPaper.Except(printed), FilledFacts.Texts(Disclosure.OnPaper(Timeline(rows), Everything)));
    }

    [Fact]
    public void Together_every_private_member_is_empty()
    {
        string[] isPrivate =
        [
            nameof(Visit.Impression), nameof(Visit.Note), nameof(Visit.RedFlags), nameof(Visit.SamePain), nameof(Visit.Hidden), nameof(Visit.ThirdParty), nameof(Visit.HeldBy), nameof(Visit.EpisodeId),
            nameof(Patient.StandingNote), nameof(Patient.Phone), nameof(Patient.Email), nameof(Patient.BirthDate), nameof(Patient.ClosingWords),
            nameof(AbsenceNote.HowItWas), nameof(AbsenceNote.WhyNoSession),
            nameof(NextStep.Reason), nameof(NextStep.ToWhom), nameof(NextStep.Alongside), nameof(NextStep.DecidedBy), nameof(NextStep.WishedDays), nameof(NextStep.PossibleDays),
            nameof(Episodes.EpisodeOfCare.Title), nameof(Episodes.EpisodeOfCare.Aim),
        ];
        (string Member, object? Value)[] members = [.. FilledFacts.Members(Disclosure.Together(Timeline(FilledFacts.Rows()))).Where(member => isPrivate.Contains(member.Member.Split('.')[1]) && member.Member != $"{nameof(TimelineGap)}.{nameof(TimelineGap.Note)}")];
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.True(member.Value is null or false || member.Value.Equals(Activator.CreateInstance(member.Value.GetType())), $"{member.Member} is {member.Value}"));
    }

    [Fact]
    public void No_row_of_the_file_is_disclosed()
    {
        HashSet<Type> seen = [];
        Open(typeof(PatientTimeline));
        Open(typeof(Sheet));
        Assert.Contains(typeof(TimelineToolStep), seen);
        Assert.DoesNotContain(seen, type => type.IsAssignableTo(typeof(RecordedRow)));

        void Open(Type type)
        {
            foreach (Type inner in type.GetProperties().SelectMany(place => place.PropertyType.GetGenericArguments().Append(place.PropertyType)).Where(inner => inner.Assembly == typeof(PatientTimeline).Assembly && seen.Add(inner)))
            {
                Open(inner);
            }
        }
    }

    private static PatientTimeline Timeline(TimelineRows rows) => PatientTimeline.Create(rows, FilledFacts.Today);
}
