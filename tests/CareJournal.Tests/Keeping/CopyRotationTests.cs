using System.Globalization;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Keeping;

/// <summary>What the rotation of copies lets go, and what it never does.</summary>
public sealed class CopyRotationTests
{
    [Fact]
    public void Fourteen_days_eight_weeks_two_years_of_months_and_every_year_stay()
    {
        DateTime first = new(2020, 1, 1, 18, 0, 0);
        List<KeptCopy> copies = [];
        for (int day = 0; day < 365 * 6; day++)
        {
            copies.Add(Copy(first.AddDays(day), day + 1));
            copies = [.. copies.Except(CopyRotation.Removable(copies, journalVerifies: true))];
        }

        DateTime last = copies[^1].MadeAt;
        Assert.All(Enumerable.Range(0, CopyRotation.Days), back => Assert.Contains(copies, copy => copy.MadeAt == last.AddDays(-back)));
        Assert.Equal(CopyRotation.Weeks, Weeks(copies.Where(copy => copy.MadeAt > last.AddDays(-7 * CopyRotation.Weeks))));
        Assert.All(Enumerable.Range(0, CopyRotation.Months), back => Assert.Contains(copies, copy => (copy.MadeAt.Year, copy.MadeAt.Month) == (last.AddMonths(-back).Year, last.AddMonths(-back).Month)));
        Assert.All(Enumerable.Range(2020, 5), year => Assert.Contains(copies, copy => copy.MadeAt.Date == new DateTime(year, 12, 31)));
        Assert.InRange(copies.Count, CopyRotation.Months, CopyRotation.Days + CopyRotation.Weeks + CopyRotation.Months + 6);
    }

    [Fact]
    public void Nothing_goes_while_the_journal_itself_does_not_verify() =>
        Assert.Empty(CopyRotation.Removable([.. Enumerable.Range(0, 200).Select(day => Copy(new DateTime(2026, 1, 1).AddHours(day), day))], journalVerifies: false));

    [Fact]
    public void Three_copies_of_one_morning_stay_and_a_fourth_lets_the_first_go()
    {
        KeptCopy[] copies = [.. Enumerable.Range(0, 4).Select(number => Copy(new DateTime(2026, 12, 1, 8 + number, 0, 0), 10 + number))];
        Assert.Empty(CopyRotation.Removable(copies[..3], journalVerifies: true));
        Assert.Equal([copies[0]], CopyRotation.Removable(copies, journalVerifies: true));
    }

    [Fact]
    public void Whatever_lies_in_a_place_the_newest_three_verified_copies_and_all_that_was_not_verified_stay() =>
        Prop.ForAll(Arb.From(Gen.ListOf(AnyCopy())), drawn =>
        {
            List<KeptCopy> copies = [.. drawn.Select((copy, number) => copy with { Path = number.ToString(CultureInfo.InvariantCulture) })];
            KeptCopy[] gone = [.. CopyRotation.Removable(copies, journalVerifies: true)];
            KeptCopy[] verified = [.. copies.Where(copy => copy.IsVerified)];
            Assert.All(gone, copy => Assert.True(copy.IsVerified));
            Assert.Empty(gone.Intersect(verified.OrderByDescending(copy => copy.Head).ThenByDescending(copy => copy.MadeAt).Take(CopyRotation.Newest)));
            Assert.Empty(gone.Intersect(verified.OrderByDescending(copy => copy.MadeAt).ThenByDescending(copy => copy.Head).Take(CopyRotation.Newest)));
            Assert.Equal(verified.Select(copy => copy.MadeAt.Year).Distinct().Order(), verified.Except(gone).Select(copy => copy.MadeAt.Year).Distinct().Order());

            // What stayed once stays: to rotate twice removes nothing more.
            Assert.Empty(CopyRotation.Removable([.. copies.Except(gone)], journalVerifies: true));
            return true;
        }).Check(seed: 20261201);

    // A journal that fails for 60 days, clocks that jump, a stick that is full for a season, copies that were never read.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Through_thirty_years_there_are_never_fewer_than_three_verified_copies(int seed)
    {
        int years = Environment.GetEnvironmentVariable("CAREJOURNAL_LONG") is null ? 6 : 30;
        Random random = new(seed);
        List<KeptCopy> copies = [];
        DateTime clock = new(2026, 1, 5, 18, 0, 0);
        int most = 0;
        for (int day = 0; day < 365 * years; day++)
        {
            clock = random.Next(400) switch { 0 => clock.AddYears(9), 1 => clock.AddYears(-9), 2 => clock.AddDays(-40), _ => clock.AddDays(1) };
            bool failing = day % 1000 is > 500 and <= 560;
            bool full = day % 700 is > 300 and < 390;
            if (full || random.Next(4) == 0)
            {
                continue;
            }

            int before = copies.Count(copy => copy.IsVerified);
            copies.Add(Copy(clock, day * 10) with { Path = day.ToString(CultureInfo.InvariantCulture), IsVerified = !failing && random.Next(50) > 0 });
            copies = [.. copies.Except(CopyRotation.Removable(copies, journalVerifies: !failing))];
            int verified = copies.Count(copy => copy.IsVerified);
            Assert.True(verified >= Math.Min(CopyRotation.Newest, before), $"Seed {seed}, day {day}: {verified} verified copies, {before} before.");
            Assert.Contains(copies, copy => copy.Head == day * 10);
            most = Math.Max(most, verified);
        }

        // Each jump of the clock is a year of its own, which stays.
        Assert.InRange(most, 30, (2 * (CopyRotation.Days + CopyRotation.Weeks + CopyRotation.Months)) + (10 * years));
    }

    private static KeptCopy Copy(DateTime madeAt, long head) => new($"{madeAt:O}", madeAt, head, IsVerified: true);

    private static int Weeks(IEnumerable<KeptCopy> copies) => copies.Select(copy => (ISOWeek.GetYear(copy.MadeAt), ISOWeek.GetWeekOfYear(copy.MadeAt))).Distinct().Count() is var weeks && weeks > CopyRotation.Weeks ? CopyRotation.Weeks : weeks;

    private static Gen<KeptCopy> AnyCopy() =>
        from day in Gen.Choose(0, 365 * 12)
        from hour in Gen.Choose(0, 23)
        from head in Gen.Choose(0, 5_000)
        from verified in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new KeptCopy("", new DateTime(2018, 1, 1).AddDays(day).AddHours(hour), head, verified);
}
