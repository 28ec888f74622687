using System.Text;
using CareJournal.Timelines;
using CareJournal.Web.Timelines;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Host;

/// <summary>
/// Reads and renders the page of a person who is about to be opened, so that a click shows it at once. It renders the same page by the same components as the click does, without a connection
/// to the browser: nothing of it is recorded, and nothing of it can act.
/// </summary>
public sealed class PersonAhead(TimelineAhead ahead, DrawingWidth known, NavigationManager navigation, IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>
    /// Returns the first picture of a person's page as markup in UTF-8; <c>null</c> where there is none to show: the width of the drawing is not known yet, the page is one to be read rather than
    /// looked at, the person is not in the journal, or something was saved or locked meanwhile. Not on the page's own thread, which may be needed for the click.
    /// </summary>
    public async Task<byte[]?> DrawAsync(Guid patientId)
    {
        (string address, double width) = (navigation.BaseUri, known.Pixels);
        return await Task.Run(async () =>
        {
            if (await ahead.ReadAsync(patientId) is not { } timeline || width < TimelineDrawing.Narrow)
            {
                return null;
            }

            byte[] page = await RenderAsync(timeline, address, width);
            return ahead.Find(patientId) == timeline ? page : null;
        });
    }

    // In a scope of its own: the services of the open page belong to its thread, and its address is another one.
    private async Task<byte[]> RenderAsync(PatientTimeline timeline, string address, double width)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Guid id = timeline.Patient.Id;
        ((IHostEnvironmentNavigationManager)scope.ServiceProvider.GetRequiredService<NavigationManager>()).Initialize(address, new Uri(new Uri(address), Urls.Person(id)).ToString());
        scope.ServiceProvider.GetRequiredService<DrawingWidth>().Pixels = width;
        scope.ServiceProvider.GetRequiredService<TimelineAhead>().Keep(timeline);
        await using HtmlRenderer renderer = new(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<TimelinePage>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(TimelinePage.Id)] = id }))).ToHtmlString()));
    }
}
