using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;

namespace CareJournal.Web.Kit;

/// <content>Whole sentences about what is recorded.</content>
public sealed partial class Wording
{
    /// <summary>What was said about the next time: « Se revoir toutes les 4 semaines ; à rediscuter le 3 mai 2027 ».</summary>
    public string NextStep(NextStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return NextStep(step.Kind, step.Days, step.BackBy, step.ToWhom, step.Alongside, step.ReviewOn);
    }

    /// <inheritdoc cref="NextStep(NextSteps.NextStep)"/>
    public string NextStep(NextStepForm step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return NextStep(step.Kind, step.Days, step.BackBy, step.ToWhom, step.Alongside, step.ReviewOn);
    }

    /// <inheritdoc cref="NextStep(NextSteps.NextStep)"/>
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
    /// An agreed interval in the unit it was meant in: whole months of 30 days (and 365 days as twelve), else whole weeks, else days.
    /// </summary>
    public string Every(int days) => days switch
    {
        365 => Count(MonthsInAYear, "NextStep.Every.Months"),
        _ when days % 30 == 0 => Count(days / 30, "NextStep.Every.Months"),
        _ when days % 7 == 0 => Count(days / 7, "NextStep.Every.Weeks"),
        _ => Count(days, "NextStep.Every.Days"),
    };

    /// <summary>Who decided, to follow the next step: « décidé à deux ».</summary>
    public string Decided(DecidedBy by) => this[$"NextStep.Decided.{by}"];

    /// <summary>
    /// A pause that is over: its length and its days, then what was told of it. Never what it means.
    /// </summary>
    /// <param name="from">The last visit before it.</param>
    /// <param name="to">The visit after it.</param>
    /// <param name="how">How it was, where it was told.</param>
    /// <param name="why">Why there was no session, where it was told.</param>
    public string Gap(DateOnly from, DateOnly to, HowItWas how = HowItWas.NotSaid, WhyNoSession why = WhyNoSession.NotKnown)
    {
        List<string> sentences = [this["Timeline.Gap.Sentence", Duration(from, to), Date(from), Date(to)]];
        if (how != HowItWas.NotSaid)
        {
            sentences.Add(this["Timeline.Gap.Told", InSentence(Of(how))]);
        }

        if (why != WhyNoSession.NotKnown)
        {
            sentences.Add(this["Timeline.Gap.Why", Of(why)]);
        }

        return string.Join(' ', sentences);
    }

    /// <summary>The present silence, which is no pause before the return: « Dernière séance notée il y a 7 mois. »</summary>
    public string SinceLastVisit(DateOnly last, DateOnly today) => this["Timeline.Present.Sentence", Since(last, today)];

    /// <summary>Two lengths side by side and never their ratio: « Rythme habituel : 4 semaines. Dernière séance il y a 10 semaines. »</summary>
    public string UsualRhythm(decimal rhythmDays, DateOnly last, DateOnly today) => this["Timeline.Rhythm.Sentence", Interval(rhythmDays), Since(last, today)];

    /// <summary>When something began and ended, each as vaguely as it was told; <paramref name="end"/> is <c>null</c> for what has no end.</summary>
    public string Span(FuzzyDate start, FuzzyDate? end) =>
        end is null || end == start ? Fuzzy(start) : this["FlareUp.Span", Fuzzy(start), Fuzzy(end)];

    /// <summary>A flare-up as it was told, with a length only where the two dates allow one; without an end it is ongoing.</summary>
    public string FlareUp(FuzzyDate start, FuzzyDate? end, FlareUpOrigin origin, int? peakPain = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        string sentence =
            end is null ? this["Timeline.FlareUp.Open", Fuzzy(start)]
            : end.Earliest > start.Latest ? this[$"Timeline.FlareUp.{origin}.Length", Span(start, end), Duration(start.Middle, end.Middle)]
            : this[$"Timeline.FlareUp.{origin}", Span(start, end)];
        return peakPain is { } peak ? sentence + ' ' + this["Timeline.FlareUp.Peak", peak] : sentence;
    }

    /// <summary>A life event: « Travail, en mars 2024. »</summary>
    public string LifeEvent(LifeEventKind kind, FuzzyDate start, FuzzyDate? end) => this["Timeline.LifeEvent.Sentence", Of(kind), Span(start, end)];

    /// <summary>A life event in the practitioner's own words where there are some, else by its kind: « Confinement, début le 17 mars 2020, fin le 10 mai 2020. »</summary>
    public string LifeEvent(LifeEvent lifeEvent)
    {
        ArgumentNullException.ThrowIfNull(lifeEvent);
        return this["Timeline.LifeEvent.Sentence", LifeEventName(lifeEvent), Span(lifeEvent.Start, lifeEvent.End)];
    }

    /// <summary>The first words of a life event, or its kind.</summary>
    public string LifeEventName(LifeEvent lifeEvent)
    {
        ArgumentNullException.ThrowIfNull(lifeEvent);
        if (lifeEvent.Words is not { } words)
        {
            return Of(lifeEvent.Kind);
        }

        string line = words.Split('\n', 2)[0];
        int stop = line.IndexOfAny(['.', ';', ':']);
        return (stop > 3 ? line[..stop] : line).Trim();
    }

    private static string InSentence(string label) => label.Length == 0 ? label : char.ToLower(label[0], Culture) + label[1..];
}
