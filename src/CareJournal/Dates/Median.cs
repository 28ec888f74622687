namespace CareJournal.Dates;

/// <summary>Computes the middle value; of an even number of values, the mean of the two in the middle.</summary>
public static class Median
{
    /// <summary>Returns the median; throws when there is no value.</summary>
    public static decimal Of(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("There is no middle of nothing.", nameof(values));
        }

        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }
}
