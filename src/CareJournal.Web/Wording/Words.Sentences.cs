using CareJournal.Absences;
using CareJournal.AwayReview;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;

namespace CareJournal.Web.Wording;

/// <content>Whole sentences about what is recorded.</content>
public sealed partial class Words
{
    /// <summary>A name in a list, with what distinguishes it from another one of the same name: « Claire Vasseur · 17 juillet 1972 ».</summary>
    public string Named(string name, SecondMark? mark) => string.Join(" · ", [name, .. Marked(mark)]);

    /// <inheritdoc cref="Named(string, SecondMark?)"/>
    public string Named(PatientName person) => Named(person.Name, person.Mark);

    /// <summary>What distinguishes a person from others of the same name, without the name; empty where nobody else has it.</summary>
    public IEnumerable<string> Marked(SecondMark? mark)
    {
        if (mark?.BirthDate is { } birth)
        {
            yield return Date(birth);
        }

        if (mark?.Reason is { } reason)
        {
            yield return reason;
        }

        if (mark?.AddedAt is { } added)
        {
            yield return this["Patient.AddedAt", Moment(added)];
        }
    }

    /// <summary>A next step: « Se revoir toutes les 4 semaines ; à rediscuter le 3 mai 2027 ».</summary>
    public string NextStep(TimelineStep step) =>
        NextStep(step.Kind, step.Days, step.BackBy, step.ToWhom, step.Alongside, step.ReviewOn);

    /// <inheritdoc cref="NextStep(TimelineStep)"/>
    public string NextStep(NextStepForm step) =>
        NextStep(step.Kind, step.Days, step.BackBy, step.ToWhom, step.Alongside, step.ReviewOn);

    /// <inheritdoc cref="NextStep(TimelineStep)"/>
    public string NextStep(NextStepKind kind, int? days = null, DateOnly? backBy = null, string? toWhom = null, string? alongside = null, DateOnly? reviewOn = null)
    {
        List<string> parts =
        [
            kind switch
            {
                NextStepKind.BackBy when backBy is { } day => this["NextStep.BackBy", Date(day)],
                NextStepKind.Every when days is { } every => Every(every),
                NextStepKind.HandedOver when !string.IsNullOrWhiteSpace(toWhom) => this["NextStep.HandedOver", toWhom],
                NextStepKind.EndedTogether => this["NextStep.EndedTogether"],
                _ => Of(kind),
            },
        ];
        if (reviewOn is { } on)
        {
            parts.Add(this["NextStep.ReviewOn", Date(on)]);
        }

        if (!string.IsNullOrWhiteSpace(alongside))
        {
            parts.Add(this["NextStep.Alongside", alongside]);
        }

        return parts.Aggregate((said, next) => this["NextStep.Joined", said, next]);
    }

    /// <summary>
    /// An agreed interval in the unit in which it was agreed: whole months of 30 days (and 365 days as twelve), else whole weeks, else days.
    /// </summary>
    public string Every(int days) => days switch
    {
        365 => Count(MonthsInAYear, "NextStep.Every.Months"),
        _ when days % 30 == 0 => Count(days / 30, "NextStep.Every.Months"),
        _ when days % 7 == 0 => Count(days / 7, "NextStep.Every.Weeks"),
        _ => Count(days, "NextStep.Every.Days"),
    };

    /// <summary>The length of an agreed interval, in the unit in which <see cref="Every"/> says it: « 1 mois » where the next step is « tous les mois ».</summary>
    /// <param name="days">The agreed interval in days, at least 1.</param>
    public string Agreed(int days) => days switch
    {
        365 => Count(MonthsInAYear, "Duration.Months"),
        _ when days % 30 == 0 => Count(days / 30, "Duration.Months"),
        _ when days % 7 == 0 => Count(days / 7, "Duration.Weeks"),
        _ => Count(days, "Duration.Days"),
    };

    /// <summary>Who decided, to follow the next step: « décidé à deux ».</summary>
    public string Decided(DecidedBy by) => this[$"NextStep.Decided.{by}"];

    /// <summary>
    /// A past pause: its length and its days, then what the person reported about it. Never an interpretation.
    /// </summary>
    /// <param name="from">The last visit before it.</param>
    /// <param name="to">The visit after it.</param>
    /// <param name="how">How it was, if reported.</param>
    /// <param name="why">Why there was no session, if reported; several reasons may have been.</param>
    public string Gap(DateOnly from, DateOnly to, HowItWas how = HowItWas.NotSaid, WhyNoSession why = WhyNoSession.NotKnown)
    {
        List<string> sentences = [this["Timeline.Gap.Sentence", Duration(from, to), Date(from), Date(to)]];
        if (how != HowItWas.NotSaid)
        {
            sentences.Add(this["Timeline.Gap.Reported", InSentence(Of(how))]);
        }

        if (why != WhyNoSession.NotKnown)
        {
            sentences.Add(this["Timeline.Gap.Why", Why(why)]);
        }

        return string.Join(' ', sentences);
    }

    /// <summary>What was reported, a sentence for each.</summary>
    public IEnumerable<string> Reported(TimelineReported reported) =>
    [
        .. reported.Pauses.Select(Pause).Where(sentence => sentence.Length > 0),
        .. reported.FlareUps.Select(flareUp => FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain)),
        .. reported.LifeEvents.Select(LifeEvent),
    ];

    /// <summary>How a pause was, why there was no session, and what was said of it: « Plutôt difficile · Trajet · Un long hiver. » Empty if nothing was said.</summary>
    public string Pause(TimelineAbsenceNote note) => Joined(
        note.HowItWas == HowItWas.NotSaid ? null : Of(note.HowItWas), note.WhyNoSession == WhyNoSession.NotKnown ? null : Why(note.WhyNoSession), note.Words);

    /// <summary>Why there was no session, as a list: « Trajet, coût »; « Pas su » when it was not reported.</summary>
    public string Why(WhyNoSession why) => why == WhyNoSession.NotKnown
        ? this["WhyNoSession.NotKnown"]
        : string.Join(", ", Enum.GetValues<WhyNoSession>().Where(one => one != WhyNoSession.NotKnown && why.HasFlag(one)).Select((one, place) => place == 0 ? Of(one) : InSentence(Of(one))));

    /// <summary>How a follow-up ended, without the day: « Suivi clos de mon côté ».</summary>
    public string Ending(FollowUpEnding ending) => ending.Closing is { } closing ? Of(closing) : this["State.Died"];

    /// <summary>What an act did: « Suivi clos de mon côté », « Poussée ajoutée ».</summary>
    public string Act(ActAnswer act) => act.Closing is { } closing ? Of(closing) : Of(act.Kind);

    /// <summary>The present silence, which becomes a pause only on return: « Dernière séance notée il y a 7 mois. »</summary>
    public string SinceLastVisit(DateOnly last, DateOnly today) => this["Timeline.Present.Sentence", Since(last, today)];

    /// <summary>
    /// Two lengths side by side, never their ratio: « Rythme convenu : 4 semaines. Dernière séance il y a 10 semaines. » The rhythm is the
    /// one agreed today, else the observed one, each under its own name; with neither, the time since the last session alone.
    /// </summary>
    /// <param name="course">The course of the person's sessions.</param>
    /// <param name="last">The last session.</param>
    /// <param name="today">The civil day at the practice.</param>
    public string Rhythm(VisitCourse course, DateOnly last, DateOnly today) =>
        course.InForceOn(today)?.EveryDays is { } agreed ? this["Timeline.Rhythm.Agreed", Agreed(agreed), Since(last, today)]
        : course.Latest?.Observed is { } observed ? this["Timeline.Rhythm.Observed", Interval(observed), Since(last, today)]
        : SinceLastVisit(last, today);

    /// <summary>The beginning and the end of something, each as vaguely as it was reported; <paramref name="end"/> is <c>null</c> if it has no end.</summary>
    public string Span(FuzzyDate start, FuzzyDate? end) =>
        end is null || end == start ? Fuzzy(start) : this["FlareUp.Span", Fuzzy(start), Fuzzy(end)];

    /// <summary>A flare-up as reported, with a length only if the two dates allow one; without an end it is ongoing.</summary>
    public string FlareUp(FuzzyDate start, FuzzyDate? end, FlareUpOrigin origin, int? peakPain = null)
    {
        string sentence =
            end is null ? this["Timeline.FlareUp.Open", Fuzzy(start)]
            : end.Earliest > start.Latest ? this[$"Timeline.FlareUp.{origin}.Length", Span(start, end), Length(start, end)]
            : this[$"Timeline.FlareUp.{origin}", Span(start, end)];
        return peakPain is { } peak ? sentence + ' ' + this["Timeline.FlareUp.Peak", peak] : sentence;
    }

    /// <summary>A life event: « Travail, en mars 2024. »</summary>
    public string LifeEvent(LifeEventKind kind, FuzzyDate start, FuzzyDate? end) => this["Timeline.LifeEvent.Sentence", Of(kind), Span(start, end)];

    /// <summary>A life event in the practitioner's own words if there are some, else by its kind: « Confinement, a commencé le 17 mars 2020, a pris fin le 10 mai 2020. »</summary>
    public string LifeEvent(TimelineLifeEvent lifeEvent) =>
        this["Timeline.LifeEvent.Sentence", LifeEventName(lifeEvent), Span(lifeEvent.Start, lifeEvent.End)];

    /// <summary>A present pause beside the shortest and the longest of a person's own past ones, never as a ratio; <c>null</c> with fewer than two to compare with.</summary>
    /// <param name="days">How long the present one is.</param>
    /// <param name="course">The course of their visits.</param>
    public string? BesidePastPauses(int days, VisitCourse course)
    {
        if (course.Gaps.Count() < 2 || course.GapRange is not var (shortest, longest))
        {
            return null;
        }

        return days <= longest.Days
            ? this["Timeline.Gap.Within", Duration(shortest.From, shortest.To), Duration(longest.From, longest.To)]
            : this["Timeline.Gap.Beyond"];
    }

    /// <summary>The first words of a life event, or its kind.</summary>
    public string LifeEventName(TimelineLifeEvent lifeEvent)
    {
        if (lifeEvent.Words is not { } words)
        {
            return Of(lifeEvent.Kind);
        }

        string line = words.Split('\n', 2)[0];
        int stop = line.IndexOfAny(['.', ';', ':']);
        return (stop > 3 ? line[..stop] : line).Trim();
    }

    /// <summary>The label with a small first letter, for use inside a sentence.</summary>
    public static string InSentence(string label) => label.Length == 0 ? label : char.ToLower(label[0], Culture) + label[1..];
}
