using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Visits;
using CareJournal.Web.Drafts;

namespace CareJournal.Web.Visits;

/// <summary>The dates of the flare-ups and life events that are reported in a session, as they are typed. They are counted from the session's day.</summary>
public sealed class SinceFields
{
    /// <summary>The most flare-ups, and the most life events, that are reported in one session.</summary>
    public const int Most = FormPath.Most;

    private readonly (DateText Start, DateText End)[] _flareUps = Dates(nameof(VisitSinceForm.FlareUps));
    private readonly (DateText Start, DateText End)[] _lifeEvents = Dates(nameof(VisitSinceForm.LifeEvents));

    /// <summary>All dates, each under the path of its field, also those that are not shown yet.</summary>
    public IEnumerable<DateText> All => _flareUps.Concat(_lifeEvents).SelectMany(dates => new[] { dates.Start, dates.End });

    /// <summary>Whether any date is typed.</summary>
    public bool AnyTyped => All.Any(date => !date.IsEmpty);

    /// <summary>Returns the dates of a flare-up, by its place.</summary>
    public (DateText Start, DateText End) FlareUp(int place) => _flareUps[place];

    /// <summary>Returns the dates of a life event, by its place.</summary>
    public (DateText Start, DateText End) LifeEvent(int place) => _lifeEvents[place];

    /// <summary>The path of a field of the session's form, which names it in the draft and in a problem.</summary>
    public static string Path(string field) => $"{nameof(VisitForm.Since)}.{field}";

    /// <inheritdoc cref="Path(string)"/>
    public static string Path(string list, int place, string field) => Path($"{list}.{place}.{field}");

    /// <summary>Takes a flare-up off the form; the dates of those after it move up.</summary>
    public void RemoveFlareUp(VisitSinceForm since, int place) => Remove(since.FlareUps, _flareUps, place);

    /// <summary>Takes a life event off the form; the dates of those after it move up.</summary>
    public void RemoveLifeEvent(VisitSinceForm since, int place) => Remove(since.LifeEvents, _lifeEvents, place);

    /// <summary>Takes off the form what is entirely empty.</summary>
    public void TakeBlanksOff(VisitSinceForm since)
    {
        for (int place = since.FlareUps.Count - 1; place >= 0; place--)
        {
            if (IsBlank(since.FlareUps[place]) && AreEmpty(_flareUps[place]))
            {
                RemoveFlareUp(since, place);
            }
        }

        for (int place = since.LifeEvents.Count - 1; place >= 0; place--)
        {
            if (IsBlank(since.LifeEvents[place]) && AreEmpty(_lifeEvents[place]))
            {
                RemoveLifeEvent(since, place);
            }
        }
    }

    /// <summary>Reads the dates into the form. Returns the paths of the ends that were not understood.</summary>
    /// <param name="since">The part of the form.</param>
    /// <param name="day">The session's day.</param>
    public IReadOnlyList<string> Read(VisitSinceForm since, DateOnly day)
    {
        foreach ((FlareUpForm flareUp, (DateText start, DateText end)) in since.FlareUps.Zip(_flareUps))
        {
            (flareUp.Start, flareUp.End) = (start.Vague(day), end.Vague(day));
            flareUp.Ongoing = flareUp.End is null;
        }

        foreach ((LifeEventForm lifeEvent, (DateText start, DateText end)) in since.LifeEvents.Zip(_lifeEvents))
        {
            (lifeEvent.Start, lifeEvent.End) = (start.Vague(day), end.Vague(day));
        }

        return [.. _flareUps.Take(since.FlareUps.Count).Concat(_lifeEvents.Take(since.LifeEvents.Count))
            .Select(dates => dates.End).Where(end => !end.IsEmpty && end.Vague(day) is null).Select(end => end.Field)];
    }

    private static bool IsBlank(FlareUpForm form) => form is { PeakPain: null, Hindrance: null, WhatCameBefore: null or "", WhatHelped: null or "" };

    private static bool IsBlank(LifeEventForm form) => form is { Words: null or "", Kind: LifeEventKind.Other, Impact: Impact.NotAsked };

    private static bool AreEmpty((DateText Start, DateText End) dates) => dates.Start.IsEmpty && dates.End.IsEmpty;

    private static (DateText Start, DateText End)[] Dates(string list) =>
        [.. Enumerable.Range(0, Most).Select(place => (Of(list, place, nameof(FlareUpForm.Start)), Of(list, place, nameof(FlareUpForm.End))))];

    private static DateText Of(string list, int place, string field) => new(Path(list, place, field), DateTextKind.Reported);

    private static void Remove<TForm>(IList<TForm> forms, (DateText Start, DateText End)[] dates, int place)
    {
        forms.RemoveAt(place);
        for (int next = place; next < dates.Length; next++)
        {
            (string start, string end) = next + 1 < dates.Length ? (dates[next + 1].Start.Text, dates[next + 1].End.Text) : ("", "");
            (dates[next].Start.Text, dates[next].End.Text) = (start, end);
        }
    }
}
