namespace CareJournal.Web.Resources;

/// <summary>
/// Stands for the sentences of the room: <c>IStringLocalizer&lt;Words&gt;</c> finds <c>Words.resx</c> (French) and <c>Words.en.resx</c> by this type's full name.
/// </summary>
public sealed class Words;
