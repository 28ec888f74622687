namespace CareJournal.Web.Host;

public sealed class RuntimeGateTests
{
    [Theory]
    [InlineData("10.0.0")]
    [InlineData("10.0.6")]
    [InlineData("9.0.22")]
    [InlineData("10.0.0-rc.1.25451.107")]
    [InlineData("")]
    [InlineData("unknown")]
    public void A_runtime_on_which_cookies_could_be_forged_is_refused(string version) => Assert.True(RuntimeGate.Refuses(version));

    [Theory]
    [InlineData("10.0.7")]
    [InlineData("10.0.12")]
    [InlineData("10.1.0")]
    [InlineData("11.0.0")]
    public void A_mended_runtime_is_let_through(string version) => Assert.False(RuntimeGate.Refuses(version));

    [Fact]
    public void The_runtime_of_these_tests_is_not_refused() => Assert.False(RuntimeGate.Refuses(RuntimeGate.Running));
}
