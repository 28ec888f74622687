namespace CareJournal.Web.Timelines;

/// <summary>Puts spans that overlap on different rows. Pure.</summary>
public static class LaneRows
{
    /// <summary>
    /// Returns the row of each span, in the order given: the first free one; where all are taken, the one that becomes free the soonest.
    /// </summary>
    /// <param name="starts">Where each begins, in ascending order.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="rows">How many rows there are.</param>
    public static int[] Pack(IReadOnlyList<double> starts, IReadOnlyList<double> ends, int rows)
    {
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

    /// <summary>Returns how many rows each span shares its lane with: those of all that overlap, each with the next.</summary>
    /// <param name="starts">Where each begins, in ascending order.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="packed">The row of each.</param>
    public static int[] Needed(IReadOnlyList<double> starts, IReadOnlyList<double> ends, int[] packed)
    {
        int[] needed = new int[starts.Count];
        for (int first = 0; first < starts.Count;)
        {
            int after = first + 1;
            for (double end = ends[first]; after < starts.Count && starts[after] < end; after++)
            {
                end = Math.Max(end, ends[after]);
            }

            Array.Fill(needed, packed[first..after].Max() + 1, first, after - first);
            first = after;
        }

        return needed;
    }
}
