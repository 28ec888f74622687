namespace CareJournal.Web.Kit;

/// <summary>The check-in messages that the program brings, until the practitioner writes their own. Pure.</summary>
public static class CheckInTemplates
{
    /// <summary>In a letter or a mail.</summary>
    public static string Letter(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return $"""
            {wording["CheckIn.Letter.Greeting"]}

            {wording["CheckIn.Letter.Nothing"]}
            {wording["CheckIn.Letter.Door"]}
            {wording["CheckIn.Letter.Stop"]}

            {wording["CheckIn.Letter.Bye"]}
            """;
    }

    /// <summary>In a text message.</summary>
    public static string Text(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return wording["CheckIn.Text"];
    }
}
