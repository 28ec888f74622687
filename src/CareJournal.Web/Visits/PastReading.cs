using CareJournal.Absences;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;
using CareJournal.Web.NextSteps;

namespace CareJournal.Web.Visits;

/// <summary>What was understood of the grid, row by row: days, pauses and periods as they arise, and what stands in the way of saving. Pure.</summary>
/// <param name="Rows">One for each row of the grid, blank ones included.</param>
public sealed record PastReading(IReadOnlyList<PastRow> Rows)
{
    /// <summary>Whether a cell has a problem.</summary>
    public bool HasFaults => Rows.Any(row => row.Faults.Count > 0);

    /// <summary>The sessions, with the place of each in the grid.</summary>
    public IReadOnlyList<PastRow> Sessions => [.. Rows.Where(row => row.Session is not null)];

    /// <summary>Returns the sessions to be recorded.</summary>
    /// <param name="facts">What the page knows of the person, and has said.</param>
    /// <param name="draft">The draft that the save is to end.</param>
    /// <param name="confirmed">Whether sessions of a person who has died were confirmed.</param>
    public PastVisitsForm AsForm(PastFacts facts, Guid? draft, bool confirmed) => new()
    {
        PatientId = facts.PatientId,
        DraftId = draft,
        Visits = [.. Sessions.Select(row => row.Session!)],
        AlreadyThere = facts.Held.Select(held => held.Day).ToHashSet(),
        DeceasedConfirmed = confirmed,
    };

    /// <summary>Reads the grid.</summary>
    /// <param name="table">Its cells, in the order of <see cref="PastColumn"/>; missing ones are empty.</param>
    /// <param name="facts">What the journal has of the person.</param>
    /// <param name="today">The civil day at the practice.</param>
    public static PastReading Of(IReadOnlyList<IReadOnlyList<string>> table, PastFacts facts, DateOnly today)
    {
        IReadOnlyList<PastDate> days = PastDates.ReadEach(table.Select(cells => Text(cells, PastColumn.Date)), today);
        PastRow[] rows = [.. table.Select((cells, at) => Row(at, cells, days[at], facts, today))];
        PastRow[] placed = [.. rows.Where(row => row is { Session: not null, Day: not null } && !row.Has(PastColumn.Date))];
        IReadOnlyList<PastPlace> places = PastCourse.Place(facts, [.. placed.Select(row => (row.Day!.Value, row.Has(PastColumn.NextStep) ? null : row.Session!.Visit.NextStep))]);
        HashSet<DateOnly> recorded = [.. facts.Held.Select(held => held.Day)];
        HashSet<DateOnly> doubled = [.. placed.GroupBy(row => row.Day!.Value).Where(day => day.Skip(1).Any()).Select(day => day.Key)];
        bool backwards = PastDates.RunBackwards(placed.Select(row => row.Day!.Value));
        DateOnly? above = null;
        foreach ((PastRow row, PastPlace place) in placed.Zip(places))
        {
            DateOnly day = row.Day!.Value;
            PastNote[] notes =
            [
                .. !backwards && day < above ? [PastNote.Earlier] : Array.Empty<PastNote>(),
                .. doubled.Contains(day) ? [PastNote.Doubled] : Array.Empty<PastNote>(),
                .. recorded.Contains(day) ? [PastNote.AlreadyThere] : Array.Empty<PastNote>(),
            ];
            rows[row.At] = row with { Since = place.Since, Opens = place.Opens, Notes = notes, Faults = [.. row.Faults, .. Misplaced(row.Session!, place)] };
            above = day;
        }

        return new PastReading(rows);
    }

    private static PastRow Row(int at, IReadOnlyList<string> cells, PastDate said, PastFacts facts, DateOnly today)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return new PastRow(at);
        }

        DateOnly? day = said.Day;
        string step = Text(cells, PastColumn.NextStep);
        string activities = Text(cells, PastColumn.Activities);
        int? answer = WholeNumber.Read(OutOfTen(activities));
        VisitForm visit = new()
        {
            PatientId = facts.PatientId,
            HeldOn = day,
            Impression = Text(cells, PastColumn.Impression),
            Agreed = Text(cells, PastColumn.Agreed),
            NextStep = NextStepWords.Read(step, day ?? today),
        };
        List<PastFault> faults = [];
        if (day is null)
        {
            faults.Add(new PastFault(PastColumn.Date, Date: said));
        }

        if (answer is not null)
        {
            visit.Scores[Instrument.Activities] = answer;
        }
        else if (!string.IsNullOrWhiteSpace(activities))
        {
            faults.Add(new PastFault(PastColumn.Activities, Key: "Past.Fault.Activities"));
        }

        if (visit.NextStep is null && !NextStepWords.SaysNothing(step))
        {
            faults.Add(new PastFault(PastColumn.NextStep, Key: "Past.Fault.NextStep"));
        }

        PastVisit session = new()
        {
            Visit = visit,
            PeriodTitle = Text(cells, PastColumn.PeriodTitle),
            PauseHow = Enum.TryParse(Text(cells, PastColumn.PauseHow), out HowItWas how) && Enum.IsDefined(how) ? how : HowItWas.NotSaid,
            PauseWords = Text(cells, PastColumn.PauseWords),
        };
        IEnumerable<Problem> problems =
        [
            .. visit.Problems(today, facts.Life).Where(problem => day is not null || problem.Field != nameof(VisitForm.HeldOn)),
            .. WrittenText.TooLong(nameof(PastVisit.PeriodTitle), session.PeriodTitle, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(PastVisit.PauseWords), session.PauseWords, WrittenText.LongestNote),
        ];
        faults.AddRange(problems.Select(problem => ColumnOf(problem.Field) is var column && column == PastColumn.Activities
            ? new PastFault(column, Key: "Past.Fault.Activities")
            : new PastFault(column, Problem: problem)));
        return new PastRow(at) { Day = day, Session = session, Faults = faults };
    }

    private static IEnumerable<PastFault> Misplaced(PastVisit session, PastPlace place)
    {
        if (session.TellsOfPause && place.Since is null)
        {
            yield return new PastFault(PastColumn.PauseWords, Key: "Past.Fault.NoPause");
        }

        if (!string.IsNullOrWhiteSpace(session.PeriodTitle) && !place.Opens)
        {
            yield return new PastFault(PastColumn.PeriodTitle, Key: "Past.Fault.NoPeriod");
        }
    }

    // On paper it is often written 7/10.
    private static string OutOfTen(string typed) => FoldedText.Fold(typed) is var text && text.EndsWith("/10", StringComparison.Ordinal) ? text[..^3].TrimEnd() : typed;

    private static string Text(IReadOnlyList<string> cells, PastColumn column) => (int)column < cells.Count ? cells[(int)column] : "";

    private static PastColumn ColumnOf(string field) => field switch
    {
        nameof(VisitForm.HeldOn) => PastColumn.Date,
        nameof(VisitForm.Impression) => PastColumn.Impression,
        nameof(VisitForm.Agreed) => PastColumn.Agreed,
        nameof(PastVisit.PeriodTitle) => PastColumn.PeriodTitle,
        nameof(PastVisit.PauseWords) => PastColumn.PauseWords,
        _ when field.StartsWith(nameof(VisitForm.Scores), StringComparison.Ordinal) => PastColumn.Activities,
        _ => PastColumn.NextStep,
    };
}
