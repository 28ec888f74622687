namespace CareJournal.Web.Timelines;

/// <summary>Puts spans that overlap on different rows. Pure.</summary>
public static class LaneRows
{
    /// <summary>
    /// The row of each span, in the order given: the first free one; where all are taken, the one that is free the soonest.
    /// </summary>
    /// <param name="starts">Where each begins, in ascending order.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="rows">How many rows there are.</param>
    public static int[] Pack(IReadOnlyList<double> starts, IReadOnlyList<double> ends, int rows)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(ends);
        double[] free = new double[rows];
        Array.Fill(free, double.NegativeInfinity);
        int[] packed = new int[starts.Count];
        for (int index = 0; index < starts.Count; index++)
        {
            int row = Array.FindIndex(free, end => end <= starts[index]);
            packed[index] = row < 0 ? Array.IndexOf(free, free.Min()) : row;
            free[packed[index]] = Math.Max(free[packed[index]], ends[index]);
        }

        return packed;
    }
}
