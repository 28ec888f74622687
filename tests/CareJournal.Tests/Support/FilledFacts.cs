using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CareJournal.Dates;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Support;

/// <summary>Facts in which every member has a value, filled by reflection: a member or a fact that is added later is filled too.</summary>
internal static class FilledFacts
{
    public static readonly DateOnly Today = Day("2026-11-22");

    private static readonly Assembly Journal = typeof(PatientTimeline).Assembly;

    /// <summary>Returns one of each fact of one person: a session in October, with all that can be recorded in it, after a pause with a note.</summary>
    public static TimelineRows Rows()
    {
        TimelineRows rows = (TimelineRows)Filled(typeof(TimelineRows));
        TimelineVisit visit = rows.Visits[0] with { HeldOn = Day("2026-10-05"), Status = VisitStatus.Held, EpisodeId = rows.Episodes[0].Id, HasText = true };
        return rows with
        {
            Shared = false,
            GapThreshold = 90,
            Visits = [visit with { Id = Guid.CreateVersion7(), HeldOn = Day("2026-01-05") }, visit],
            Steps = [rows.Steps[0] with { VisitId = visit.Id, SaidOn = visit.HeldOn }],
            AbsenceNotes = [rows.AbsenceNotes[0] with { From = Day("2026-01-06"), To = Day("2026-10-04") }],
            Measures = [rows.Measures[0] with { TakenOn = visit.HeldOn }],
            Tools = [rows.Tools[0] with { Steps = [rows.Tools[0].Steps[0] with { VisitId = visit.Id, View = ToolView.Person, State = ToolState.InDailyLife }] }],
        };
    }

    /// <summary>Returns all public members that are reached from an object, as "type.member", each with a value it has.</summary>
    public static IEnumerable<(string Member, object? Value)> Members(object from)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new([from]);
        while (open.TryPop(out object? one))
        {
            foreach (PropertyInfo member in one.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0))
            {
                foreach (object? value in Parts(member.GetValue(one)))
                {
                    yield return ($"{one.GetType().Name}.{member.Name}", value);
                    if (value is not null && value.GetType() is { IsValueType: false } type && type.Assembly == Journal && seen.Add(value))
                    {
                        open.Push(value);
                    }
                }
            }
        }
    }

    /// <summary>Returns the members that contain a text, as "type.member".</summary>
    public static string[] Texts(object from) =>
        [.. Members(from).Where(member => member.Value is string { Length: > 0 }).Select(member => member.Member).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<object?> Parts(object? value) => value switch
    {
        string text => [text],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(place => Parts(tuple[place])),
        IEnumerable several => several.Cast<object?>().SelectMany(Parts),
        _ => [value],
    };

    private static object Filled(Type type)
    {
        object one = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo member in type.GetProperties().Where(member => member.CanWrite))
        {
            member.SetValue(one, Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, $"{type.Name}.{member.Name}"));
        }

        return one;
    }

    // What is marked is never disclosed: no flag is set.
    private static object Value(Type type, string member)
    {
        if (type.IsGenericType)
        {
            Array list = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            list.SetValue(Value(type.GetGenericArguments()[0], member), 0);
            return list;
        }

        return type switch
        {
            _ when type == typeof(string) => $"«{member}»",
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) => 1,
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(DateOnly) => Day("2026-09-01"),
            _ when type == typeof(DateTime) => new DateTime(2026, 9, 1, 12, 0, 0),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, 0),
            _ when type == typeof(FuzzyDate) => FuzzyDate.InMonth(2026, 9),
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ => Filled(type),
        };
    }
}
