namespace CareJournal.Web.Shell;

/// <summary>Tests which addresses lead a page somewhere, and which are only those of its own steps, come back late.</summary>
public sealed class AddressStepsTests
{
    [Fact]
    public void The_address_of_a_step_that_arrives_after_the_next_step_is_not_new()
    {
        AddressSteps<string> steps = new();
        Assert.True(steps.Arrive("everybody"));
        Assert.True(steps.Take("silent"));
        Assert.True(steps.Take("silent, often"));
        Assert.False(steps.Take("silent, often"));

        Assert.False(steps.Arrive("everybody"));
        Assert.False(steps.Arrive("silent"));
        Assert.False(steps.Arrive("silent, often"));
        Assert.True(steps.Arrive("silent"));
        Assert.False(steps.Take("silent"));
    }

    [Fact]
    public void A_step_whose_address_never_arrived_is_past_once_a_later_one_has_and_forgotten_steps_are_new()
    {
        AddressSteps<string> steps = new();
        steps.Take("silent");
        steps.Take(null);
        steps.Take("often");
        Assert.False(steps.Arrive("often"));
        Assert.True(steps.Arrive("silent"));

        steps.Take("often");
        steps.Clear();
        Assert.True(steps.Arrive("often"));
    }
}
