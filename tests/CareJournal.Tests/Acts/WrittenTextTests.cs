using CareJournal.Absences;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Drafts;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using System.Text;
using static CareJournal.Support.Some;

namespace CareJournal.Acts;

/// <summary>The form in which text is stored, and its greatest length.</summary>
public sealed class WrittenTextTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private const string Canary = "x";
    private readonly TestJournal _journal = shared.Journal;

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\r\n ", null)]
    [InlineData("\0", null)]
    [InlineData("\u0001\u007f", null)]
    [InlineData("  un mot \n", "un mot")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("un\r\ndeux\rtrois\u2028quatre", "un\ndeux\ntrois\nquatre")]
    [InlineData("un\vdeux\ftrois\u2029quatre\u0085cinq", "un\ndeux\ntrois\nquatre\ncinq")]
    [InlineData("l\u0092épaule \u0093gauche\u0094 \u0097 c\u009cur", "l’épaule “gauche” — cœur")]
    [InlineData("un\u001fe seule\u001eligne\u0081ici", "une seule ligne ici")]
    [InlineData("fin\ufffe", "fin\ufffd")]
    [InlineData("colonne\tdeux", "colonne\tdeux")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("👩‍🦽 va", "👩‍🦽 va")]
    public void Text_is_kept_without_control_characters_composed_and_with_plain_line_ends(string? typed, string? kept) =>
        Assert.Equal(kept, WrittenText.Clean(typed));

    [Theory]
    [InlineData("L’Hermite\vMarie", "L’Hermite Marie")]
    [InlineData("un\r\n\r\ndeux\ttrois\u2028quatre\u0085", "un deux trois quatre")]
    [InlineData(" \n\t", null)]
    public void A_text_of_one_line_has_a_space_where_a_line_broke(string typed, string? kept) => Assert.Equal(kept, WrittenText.CleanLine(typed));

    [Fact]
    public void Nothing_that_can_be_typed_stops_a_text_from_being_kept()
    {
        AnyText.Throughout(3_000, 20261130, typed =>
        {
            string? kept = WrittenText.Clean(typed);
            Assert.Equal(kept, WrittenText.Clean(kept));
            Assert.DoesNotContain(kept ?? "", sign => char.IsControl(sign) && sign is not ('\n' or '\t'));
            Assert.DoesNotContain(WrittenText.CleanLine(typed) ?? "", char.IsControl);
        });
    }

    // Not in a theory: a lone surrogate is lost on its way to the test runner.
    [Fact]
    public void Half_a_character_becomes_the_mark_of_an_unknown_one()
    {
        Assert.Equal("a\ufffdb", WrittenText.Clean("a\ud83db"));
        Assert.Equal("\ufffd", WrittenText.Clean("\udc69"));
    }

    [Fact]
    public async Task Text_comes_back_from_the_file_as_it_was_kept()
    {
        const string typed = "\ufeffZoé\0 – « l’été »\r\nse\u0301rie\ud83d ; 'quote' \"double\" %_; DROP TABLE Visits;-- 🌿";
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-10-05", note: typed);
        Assert.Equal(WrittenText.Clean(typed), (await FormAsync(_journal, visit)).Note);
        Assert.True((await FormAsync(_journal, visit)).Note!.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public async Task A_note_of_a_hundred_thousand_characters_is_kept_whole()
    {
        string note = string.Concat(Enumerable.Range(0, WrittenText.LongestNote).Select(number => (char)('a' + (number % 26))));
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-10-05", note: note);
        Assert.Equal(note, (await FormAsync(_journal, visit)).Note);
    }

    [Theory]
    [InlineData(100_001)]
    [InlineData(200_000)]
    public async Task A_longer_note_is_refused_whole_and_nothing_is_written(int length)
    {
        Guid person = await PatientAsync(_journal);
        long rows = _journal.Rows();
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-10-05"), Note = new string('x', length) };
        Problem problem = Assert.Single(Assert.IsType<SaveOutcome.Invalid>(await _journal.Get<VisitRecorder>().RecordAsync(form)).Problems);
        Assert.Equal((nameof(VisitForm.Note), ProblemKind.TooLong), (problem.Field, problem.Kind));
        Assert.Equal([length], problem.Figures);
        Assert.Equal(rows, _journal.Rows());
    }

    // By reflection, so that a field that is added later is not forgotten.
    [Fact]
    public async Task Every_text_of_every_form_has_its_longest()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05");
        Timelines.RecordedEpisode period = (await _journal.Get<TimelineReader>().ReadAsync(person))!.Episodes[0].Episode;
        long rows = _journal.Rows();
        Func<object>[] forms =
        [
            () => new PatientForm { FamilyName = Canary },
            () => new VisitForm { PatientId = person, HeldOn = Day("2026-10-05") },
            () => new VisitSinceForm(),
            () => new PastVisitsForm { PatientId = person, Visits = [] },
            () => new PastVisit { Visit = new VisitForm { PatientId = person, HeldOn = Day("2026-10-04") } },
            () => new ConditionForm { PatientId = person, Label = Canary },
            () => new EpisodeForm { Id = period.Id, PatientId = person, Revision = period.Revision },
            () => new FlareUpForm { PatientId = person, Start = FuzzyDate.InYear(2020) },
            () => new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2020) },
            () => new AbsenceNoteForm { PatientId = person, From = Day("2026-10-06") },
            () => new NextStepForm { Kind = NextStepKind.DoorOpen },
            () => new GoalForm { PatientId = person, Words = Canary },
            () => new ToolForm { PatientId = person, Label = Canary },
            () => new ReviewForm { PatientId = person, Needs = Canary },
            () => new ContactForm { PatientId = person },
            () => new WordToSelfForm { PatientId = person },
            () => new SnippetForm { Name = "ep", Text = Canary },
        ];
        Assert.Equal(
            typeof(VisitForm).Assembly.GetTypes().Where(type => type.Name.EndsWith("Form", StringComparison.Ordinal) && !type.IsAbstract && type != typeof(DraftForm)).Select(type => type.Name).Order(),
            forms.Select(make => make().GetType().Name).Where(name => name != nameof(PastVisit)).Order());

        foreach (Func<object> make in forms)
        {
            foreach (System.Reflection.PropertyInfo text in make().GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
            {
                object form = make();
                text.SetValue(form, new string('x', WrittenText.LongestNote + 1));
                Assert.Equal($"{text.Name} {ProblemKind.TooLong}", $"{text.Name} {IsInvalid(await RecordAsync(form, person), FieldOf(form, text.Name))}");
            }
        }

        string tooLong = new('x', WrittenText.LongestNote + 1);
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.HandedOver, tooLong), nameof(Patient.ClosingWords)));
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await _journal.Get<ReviewRecorder>().JustifyAsync(person, tooLong), nameof(Review.JustifiesRhythm)));
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await _journal.Get<ClosureRecorder>().AddAsync(Day("2026-08-01"), Day("2026-08-02"), tooLong), nameof(Closure.Label)));
        Assert.Equal(rows, _journal.Rows());
    }

    // A part of another form is named by its path in it.
    private static string FieldOf(object form, string name) => form switch
    {
        VisitSinceForm => $"{nameof(VisitForm.Since)}.{name}",
        PastVisit => $"0.{name}",
        _ => name,
    };

    private Task<SaveOutcome> RecordAsync(object form, Guid person) => form switch
    {
        VisitSinceForm since => _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-10-05"), Since = since }),
        PastVisit past => _journal.Get<PastVisitsRecorder>().RecordAsync(new PastVisitsForm { PatientId = person, Visits = [past] }),
        PatientForm patient => _journal.Get<PatientRecorder>().RecordAsync(patient),
        VisitForm visit => _journal.Get<VisitRecorder>().RecordAsync(visit),
        ConditionForm condition => _journal.Get<ConditionRecorder>().RecordAsync(condition),
        EpisodeForm episode => _journal.Get<EpisodeRecorder>().DescribeAsync(episode),
        FlareUpForm flareUp => _journal.Get<FlareUpRecorder>().RecordAsync(flareUp),
        LifeEventForm lifeEvent => _journal.Get<LifeEventRecorder>().RecordAsync(lifeEvent),
        AbsenceNoteForm note => _journal.Get<AbsenceNoteRecorder>().RecordAsync(note),
        GoalForm goal => _journal.Get<GoalRecorder>().RecordAsync(goal),
        ToolForm tool => _journal.Get<ToolRecorder>().RecordAsync(tool),
        ReviewForm review => _journal.Get<ReviewRecorder>().RecordAsync(review),
        ContactForm contact => _journal.Get<ContactRecorder>().RecordAsync(contact),
        WordToSelfForm word => _journal.Get<WordToSelfRecorder>().RecordAsync(word),
        SnippetForm snippet => _journal.Get<SnippetRecorder>().RecordAsync(snippet),
        NextStepForm step => _journal.Get<NextStepRecorder>().SayAsync(person, step),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };
}
