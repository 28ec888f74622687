namespace CareJournal.Web.Security;

/// <summary>Marks the one page that may be shown while the screen is shared with a person.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LookedAtTogetherAttribute : Attribute;
