using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>What the act of a copy says of it (<see cref="Act.Detail"/>).</summary>
/// <param name="PlaceId">The place; <c>null</c> for a copy that was asked for into a folder.</param>
/// <param name="OnOwnDisk">Whether the folder was on the disk of the journal itself: such a copy is lost with it.</param>
/// <param name="Head">The number of the last link that the copy holds.</param>
/// <param name="Path">The folder under which the copy was made.</param>
public sealed record CopyMark(Guid? PlaceId, bool OnOwnDisk, long Head, string Path)
{
    /// <summary>How the detail of a copy begins that was asked for into a folder.</summary>
    internal const string ByHand = "- ";

    private const string OwnDisk = "own-disk";
    private const string OtherDisk = "other-disk";

    /// <summary>Reads the detail of an act; <c>null</c> for acts from before there was one.</summary>
    public static CopyMark? Of(string? detail) =>
        detail?.Split(' ', 4) is [var place, OwnDisk or OtherDisk, var head, var path] parts && long.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new CopyMark(Guid.TryParseExact(place, "N", out Guid id) ? id : null, parts[1] == OwnDisk, number, path)
            : null;

    /// <summary>How the detail of the copies of a place begins.</summary>
    internal static string BeginningOf(Guid placeId) => placeId.ToString("N") + " ";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(PlaceId is { } id ? BeginningOf(id) : ByHand)}{(OnOwnDisk ? OwnDisk : OtherDisk)} {Head} {Path}");
}
