using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>Moves fingers on the screen of a page by touch events of the browser itself; Playwright only taps.</summary>
internal sealed class Fingers
{
    private readonly IPage _page;
    private readonly ICDPSession _screen;
    private readonly SortedDictionary<int, float> _down = [];
    private float _y;

    private Fingers(IPage page, ICDPSession screen) => (_page, _screen) = (page, screen);

    /// <summary>Gives a page a screen that two fingers can touch.</summary>
    public static async Task<Fingers> OnAsync(IPage page)
    {
        var screen = await page.Context.NewCDPSessionAsync(page);
        await screen.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await page.EvaluateAsync("() => { window.fingers = []; window.fingersAt = {}; addEventListener('pointerdown', event => event.pointerType === 'touch' && fingers.push([event.pointerId, event.target]), true); addEventListener('pointermove', event => { fingersAt[event.pointerId] = event.clientX; }, true); }");
        return new Fingers(page, screen);
    }

    /// <summary>Puts fingers down, one after the other, and moves them together in small steps; they stay down.</summary>
    public async Task MoveAsync(float[] from, float[] to, float y)
    {
        _y = y;
        for (var finger = 0; finger < from.Length; finger++)
        {
            _down[finger] = from[finger];
            await FeelAsync("touchStart");
        }

        await MoveAsync(to);
    }

    /// <summary>Moves the fingers that are down, in their order.</summary>
    public async Task MoveAsync(params float[] to)
    {
        const int Steps = 10;
        var from = _down.ToArray();
        for (var step = 1; step <= Steps; step++)
        {
            foreach (var ((finger, start), end) in from.Zip(to))
            {
                _down[finger] = start + ((end - start) * step / Steps);
            }

            await FeelAsync("touchMove");
        }

        // The browser hands moves to the page with its next frame: the last one may still be on its way.
        foreach (var (finger, x) in _down)
        {
            await _page.WaitForFunctionAsync("([finger, x]) => Math.abs(fingersAt[fingers[finger][0]] - x) < 1", new double[] { finger, x });
        }
    }

    /// <summary>Lifts one of two fingers. The browser's own way lifts all or none: the page is sent the event directly.</summary>
    public async Task LiftAsync(int finger)
    {
        _down.Remove(finger);
        await _page.EvaluateAsync(
            "finger => { const [pointerId, touched] = window.fingers[finger]; touched.dispatchEvent(new PointerEvent('pointerup', { pointerId, pointerType: 'touch', bubbles: true })); }",
            finger);
    }

    /// <summary>Lifts all that are down.</summary>
    public async Task LiftAsync()
    {
        _down.Clear();
        await FeelAsync("touchEnd");
    }

    private async Task FeelAsync(string what) => await _screen.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = what,
        ["touchPoints"] = _down.Select(finger => new { x = finger.Value, y = _y, id = finger.Key }).ToArray(),
    });
}
