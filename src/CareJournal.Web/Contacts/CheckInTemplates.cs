namespace CareJournal.Web.Contacts;

/// <summary>The built-in check-in messages, used until the practitioner writes their own. Pure.</summary>
public static class CheckInTemplates
{
    /// <summary>The message for a letter or an e-mail.</summary>
    public static string Letter(Words words) =>
        $"""
            {words["CheckIn.Letter.Greeting"]}

            {words["CheckIn.Letter.Nothing"]}
            {words["CheckIn.Letter.Door"]}
            {words["CheckIn.Letter.Stop"]}

            {words["CheckIn.Letter.Bye"]}
            {words["CheckIn.PracticeName"]}
            """;

    /// <summary>The text message.</summary>
    public static string Text(Words words) =>
        words["CheckIn.Text"];
}
