namespace CareJournal.Web.Drafts;

/// <summary>A day or a time of a form as typed: kept in the draft as text, and read when the form is saved.</summary>
/// <param name="field">The property of the form, which names the field in the draft.</param>
/// <param name="kind">What may be typed.</param>
public sealed class DateText(string field, DateTextKind kind = DateTextKind.Day)
{
    /// <summary>The property of the form.</summary>
    public string Field { get; } = field;

    /// <summary>The typed text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether nothing is typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The day; <c>null</c> if the text is not understood.</summary>
    public DateOnly? Day(DateOnly today) => FreeDate.Read(Text, today);

    /// <summary>The day, month, season or year; <c>null</c> if the text is not understood.</summary>
    public FuzzyDate? Vague(DateOnly today) => FreeFuzzyDate.Read(Text, today);

    /// <summary>Writes the day out if it was typed on an earlier one.</summary>
    public void WriteOut(DateOnly typedOn, DateOnly today, Words words) => Text = WrittenOut(Text, kind, typedOn, today, words);

    /// <summary>Rewrites a text so that it means the same today: « hier » is the day before the one on which it was typed, even if the draft is resumed later.</summary>
    public static string WrittenOut(string text, DateTextKind kind, DateOnly typedOn, DateOnly today, Words words)
    {
        string? written = kind switch
        {
            _ when typedOn == today => null,
            DateTextKind.Day => FreeDate.Read(text, typedOn) is { } day ? words.Date(day) : null,
            DateTextKind.Vague => FreeFuzzyDate.Read(text, typedOn) is { } vague ? words.Fuzzy(vague) : null,
            _ => null,
        };
        return written ?? text;
    }
}

/// <summary>The kinds of date that may be typed into a <see cref="DateText"/>.</summary>
public enum DateTextKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A day, or as little as a month, a season or a year.</summary>
    Vague,

    /// <summary>A vague date that is counted from another day of the same form, which the draft keeps: it means the same on every day.</summary>
    Reported,

    /// <summary>A time of day, which means the same on every day.</summary>
    Time,
}
