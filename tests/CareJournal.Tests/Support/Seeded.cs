using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Support;

/// <summary>
/// Checks properties over cases drawn from a fixed seed: a run that fails, fails again on every computer.
/// A run with CAREJOURNAL_SEED set to another number draws other cases.
/// </summary>
public static class Seeded
{
    private const int UsualCases = 100;

    // Any odd number: the second half of what FsCheck starts from.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Checks a property.</summary>
    /// <exception cref="Xunit.Sdk.FailException">The property does not hold; the message names the seed and the smallest case that was found.</exception>
    public static void Check(this Property property, ulong seed, int cases = UsualCases)
    {
        seed = Environment.GetEnvironmentVariable("CAREJOURNAL_SEED") is { Length: > 0 } other ? ulong.Parse(other, CultureInfo.InvariantCulture) : seed;
        try
        {
            FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(seed, Gamma), property);
        }
        catch (Exception fault)
        {
            Assert.Fail($"With the seed {seed}: {fault.Message}\n{fault.InnerException}");
        }
    }
}
