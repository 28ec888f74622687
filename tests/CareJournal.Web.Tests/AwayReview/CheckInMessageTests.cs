using System.Text.RegularExpressions;
using CareJournal.Patients;
using CareJournal.Web.Contacts;
using CareJournal.Web.Wording;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the messages that ask one person for news.</summary>
public sealed class CheckInMessageTests
{
    private static readonly PatientForm Claire = new() { GivenName = "Claire", FamilyName = "Vasseur", Sex = Sex.Woman };

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void A_message_names_the_person_by_the_given_name_and_is_signed_by_the_practice(string language)
    {
        using Speaking speaking = Speaking.In(language);
        foreach (string template in (string[])[CheckInTemplates.Letter(speaking.Words), CheckInTemplates.Text(speaking.Words)])
        {
            string message = CheckInMessage.For(template, Claire, "Cabinet des Tilleuls", speaking.Words);
            Assert.True(CheckInMessage.IsSignedByPractice(template));
            Assert.Contains(" Claire", message, StringComparison.Ordinal);
            Assert.EndsWith("Cabinet des Tilleuls", message, StringComparison.Ordinal);
            Assert.DoesNotContain("Vasseur", message, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[{}]|https?:|www\.|\bconvenu|\bagreed", message);
        }
    }

    [Fact]
    public void Without_a_name_of_the_practice_the_message_is_left_to_be_signed()
    {
        using Speaking speaking = Speaking.French();
        Assert.EndsWith("Bien à vous,", CheckInMessage.For(CheckInTemplates.Letter(speaking.Words), Claire, null, speaking.Words), StringComparison.Ordinal);
        Assert.EndsWith("la porte est ouverte.", CheckInMessage.For(CheckInTemplates.Text(speaking.Words), Claire, null, speaking.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_practitioners_own_keep_their_placeholders_in_either_language()
    {
        using Speaking speaking = Speaking.English();
        Assert.Equal("Bonjour Claire (Ms Vasseur), Tilleuls", CheckInMessage.For("Bonjour {prénom} ({appellation}), {cabinet}", Claire, "Tilleuls", speaking.Words));
        Assert.Equal("Hello Vasseur", CheckInMessage.For("Hello {given name}", new PatientForm { FamilyName = "Vasseur" }, null, speaking.Words));
    }
}
