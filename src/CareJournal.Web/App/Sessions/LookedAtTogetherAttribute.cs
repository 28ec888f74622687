namespace CareJournal.Web.App.Sessions;

/// <summary>Marks the one page that may be on the screen while it is turned to a person.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LookedAtTogetherAttribute : Attribute;
