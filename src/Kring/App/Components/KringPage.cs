using Kring.Access;
using Microsoft.AspNetCore.Components;

namespace Kring.App.Components;

/// <summary>A page: what every page does with the answers of its use cases. Nothing here looks at data.</summary>
public abstract class KringPage : ComponentBase
{
    [CascadingParameter] public HttpContext HttpContext { get; set; } = default!;

    [Inject] public NavigationManager Navigation { get; set; } = default!;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>Ends in the page for a thing that is not there, or not for this person: the same answer for both.</summary>
    protected void NotThere()
    {
        // Blazor would go looking for the form that was posted, and answer that it is not on the page (400).
        if (HttpMethods.IsPost(HttpContext.Request.Method))
            throw new GateShutException(GateRefusal.NoRelation);
        Navigation.NotFound();
    }

    /// <summary>Shows the form again with what was typed: 422.</summary>
    protected void Again() => HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

    /// <summary>After a change: on to a page that can be loaded again without doing it twice.</summary>
    protected void GoOn(string path) => Navigation.NavigateTo(path);

    /// <summary>What the gate's refusal means for whoever asked: not there, or why the processing stands still (403).</summary>
    private protected void Refuse(GateRefusal refusal)
    {
        if (refusal == GateRefusal.ProcessingNotApproved)
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            NotThere();
    }
}
